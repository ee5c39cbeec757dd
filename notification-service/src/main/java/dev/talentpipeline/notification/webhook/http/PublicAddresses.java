package dev.talentpipeline.notification.webhook.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, after the special-purpose registries of IANA (RFC 6890). What is not known to
 * be public is not: in IPv6 that is everything outside the global unicast range, and in it what carries an IPv4 address or no host.
 */
final class PublicAddresses {

    private static final List<Network> NOT_PUBLIC_V4 = List.of(
            Network.of(8, 0),
            Network.of(8, 10),
            Network.of(10, 100, 64),
            Network.of(8, 127),
            // Link-local, with the metadata service of clouds at 169.254.169.254.
            Network.of(16, 169, 254),
            Network.of(12, 172, 16),
            Network.of(24, 192, 0, 0),
            Network.of(24, 192, 0, 2),
            Network.of(24, 192, 88, 99),
            Network.of(16, 192, 168),
            Network.of(15, 198, 18),
            Network.of(24, 198, 51, 100),
            Network.of(24, 203, 0, 113),
            // Multicast, and all that is reserved above it.
            Network.of(3, 224));

    private static final Network GLOBAL_V6 = Network.of(3, 0x20);

    private static final List<Network> NOT_PUBLIC_V6 = List.of(
            // Protocol assignments, Teredo among them.
            Network.of(23, 0x20, 0x01, 0x00),
            Network.of(32, 0x20, 0x01, 0x0d, 0xb8),
            // 6to4.
            Network.of(16, 0x20, 0x02),
            Network.of(20, 0x3f, 0xff, 0x00));

    private PublicAddresses() {}

    /** An IPv4 address that is written as an IPv6 address is an IPv4 address here already: {@link InetAddress} makes no difference. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_PUBLIC_V4.stream().noneMatch(network -> network.contains(bytes))
                : GLOBAL_V6.contains(bytes) && NOT_PUBLIC_V6.stream().noneMatch(network -> network.contains(bytes));
    }

    /** The addresses that begin with these bits. */
    private record Network(int bits, List<Integer> beginning) {

        static Network of(int bits, Integer... beginning) {
            return new Network(bits, List.of(beginning));
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int octet = bit / Byte.SIZE;
                int mask = 0x80 >> bit % Byte.SIZE;
                int wanted = octet < beginning.size() ? beginning.get(octet) : 0;
                if ((address[octet] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
