package dev.talentpipeline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one endpoint is told of one event.
 *
 * @param id the {@code webhook-id} of every attempt
 * @param personId whom it is about; null: nobody
 */
public record Message(
        UUID id,
        UUID endpointId,
        String type,
        String subject,
        long subjectVersion,
        @Nullable String personId,
        String body,
        State state,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        @Nullable Instant settledAt) {

    /** The type of what an organisation sends itself, to see that it arrives. */
    public static final String TEST = "webhook.test";

    /** PENDING: still to be sent. FAILED: given up, and only sent again when it is asked for. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    /** The same event and endpoint make the same id. */
    static Message of(Happening happening, UUID endpointId, String body, Instant now) {
        Happening.Subject subject = happening.subject();
        String identity = endpointId + "/" + subject.id() + "/" + subject.version();
        return pending(
                UUID.nameUUIDFromBytes(identity.getBytes(UTF_8)),
                endpointId,
                happening.type(),
                subject.id(),
                subject.version(),
                subject.personId().isEmpty() ? null : subject.personId(),
                body,
                now);
    }

    static Message test(UUID id, UUID endpointId, String body, Instant now) {
        return pending(id, endpointId, TEST, id.toString(), 0, null, body, now);
    }

    private static Message pending(
            UUID id,
            UUID endpointId,
            String type,
            String subject,
            long subjectVersion,
            @Nullable String personId,
            String body,
            Instant now) {
        return new Message(
                id, endpointId, type, subject, subjectVersion, personId, body, State.PENDING, 0, now, now, null);
    }
}
