package dev.talentpipeline.notification.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message that is under way to an endpoint.
 *
 * @param token names this hold on the endpoint; who comes after has another
 * @param robotSecret with which a DingTalk robot wants its requests signed; null: it does not
 * @param secrets those that sign now
 * @param attempts made before this one
 * @param traceparent of the step in which the message was made; null if it belongs to no trace
 * @param triedSince since when the message is tried
 * @param failures of the endpoint in a row, and since when
 */
public record Claim(
        UUID token,
        UUID endpointId,
        String organisation,
        URI url,
        EndpointKind kind,
        @Nullable String robotSecret,
        List<Secret> secrets,
        UUID messageId,
        String body,
        int attempts,
        @Nullable String traceparent,
        Instant triedSince,
        int failures,
        @Nullable Instant failingSince) {

    public Claim {
        secrets = List.copyOf(secrets);
    }

    /** Does not tell what is secret of the endpoint, since records end in logs. */
    @Override
    public String toString() {
        return "Claim[messageId=" + messageId + ", endpointId=" + endpointId + ", attempts=" + attempts + "]";
    }
}
