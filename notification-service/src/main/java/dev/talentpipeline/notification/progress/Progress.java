package dev.talentpipeline.notification.progress;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a notice on its way, on the channel that it got on by.
 *
 * @param version of the notice: starts at 1 and grows by 1 with every step
 * @param kind such as {@code offer-made}
 * @param subject id of what the notice is about
 * @param subjectVersion version of that
 * @param traceparent of the step of a trace in which the notice was made; null if it belongs to none, or nothing of it is mailed
 */
public record Progress(
        UUID noticeId,
        long version,
        String personId,
        String kind,
        Channel channel,
        State state,
        String subject,
        long subjectVersion,
        Instant changedAt,
        @Nullable String traceparent) {

    /** How the notice got on. */
    public enum Channel {
        INBOX,
        EMAIL
    }

    /** SENT: in the inbox, or handed over to the mail server. FAILED: given up. */
    public enum State {
        SENT,
        FAILED
    }
}
