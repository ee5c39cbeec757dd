package dev.talentpipeline.notification.progress;

import java.time.Instant;
import java.util.UUID;

/**
 * One step of a notice on its way, on the channel that it got on by.
 *
 * @param version of the notice: starts at 1 and grows by 1 with every step
 * @param kind such as {@code offer-made}
 * @param subject id of what the notice is about
 * @param subjectVersion version of that
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
        Instant changedAt) {

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
