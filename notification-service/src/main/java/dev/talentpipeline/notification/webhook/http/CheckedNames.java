package dev.talentpipeline.notification.webhook.http;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the connection that is made next, and refuses those that lead inside. The connection goes to the very addresses that
 * were checked, so a name that leads elsewhere a moment later gains nothing. A literal address comes through here as well.
 */
final class CheckedNames implements DnsResolver {

    private final DnsResolver names;
    private final Set<String> allowed;

    /** @param allowed names that may lead inside */
    CheckedNames(DnsResolver names, Set<String> allowed) {
        this.names = names;
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        if (!allowed.contains(host)) {
            for (InetAddress address : found) {
                if (!PublicAddresses.contain(address)) {
                    throw new InternalAddressException(host);
                }
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The name leads inside. The address stays untold: an answer that told it would map the network for whoever asks. */
    static final class InternalAddressException extends UnknownHostException {

        @Serial
        private static final long serialVersionUID = 1L;

        InternalAddressException(String host) {
            super(host + " leads to an internal address.");
        }
    }
}
