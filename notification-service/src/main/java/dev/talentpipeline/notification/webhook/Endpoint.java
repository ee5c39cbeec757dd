package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.contact.Language;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation wants to be told.
 *
 * @param version grows by 1 with every change
 * @param disabled why nothing is sent; null while it is enabled
 */
public record Endpoint(
        UUID id,
        String organisation,
        long version,
        Address address,
        @Nullable Disabling disabled,
        @Nullable Instant disabledAt,
        @Nullable Instant failingSince,
        Instant createdAt,
        Instant changedAt) {

    /**
     * What the organisation chooses.
     *
     * @param language in which robots are written to
     * @param robotSecret with which a DingTalk robot wants its requests signed; null: it does not
     */
    public record Address(
            URI url,
            EndpointKind kind,
            Language language,
            @Nullable String robotSecret) {

        /** Does not tell the secret, nor the key that robots have in their address, since records end in logs. */
        @Override
        public String toString() {
            return "Address[host=" + url.getHost() + ", kind=" + kind + ", language=" + language + "]";
        }
    }

    /** Why an endpoint gets nothing. */
    public enum Disabling {
        BY_OWNER,
        /** Nothing got through for days. */
        FAILING,
        /** It answered 410: it wants nothing any more. */
        GONE
    }

    static Endpoint made(UUID id, String organisation, Address address, Instant now) {
        return new Endpoint(id, organisation, 1, address, null, null, null, now, now);
    }

    Endpoint changedTo(Address changed, Instant now) {
        return new Endpoint(id, organisation, version + 1, changed, disabled, disabledAt, failingSince, createdAt, now);
    }

    Endpoint disabled(Disabling why, Instant now) {
        return new Endpoint(id, organisation, version + 1, address, why, now, failingSince, createdAt, now);
    }

    Endpoint enabled(Instant now) {
        return new Endpoint(id, organisation, version + 1, address, null, null, null, createdAt, now);
    }
}
