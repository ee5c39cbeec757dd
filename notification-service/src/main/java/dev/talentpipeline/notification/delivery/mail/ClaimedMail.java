package dev.talentpipeline.notification.delivery.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the sender has taken to send now.
 *
 * @param attempts how often it was taken, this time included
 * @param dueSince when it was put into the queue, was let go, or was to be tried again
 * @param traceparent of the step in which it was put into the queue; null if it belongs to no trace
 */
public record ClaimedMail(
        UUID noticeId,
        String messageId,
        int attempts,
        boolean urgent,
        Instant dueSince,
        @Nullable String traceparent) {}
