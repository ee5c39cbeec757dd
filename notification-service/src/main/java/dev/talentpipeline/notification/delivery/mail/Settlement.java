package dev.talentpipeline.notification.delivery.mail;

import java.time.Instant;
import java.util.UUID;

/** What becomes of a claimed mail. */
public sealed interface Settlement {

    UUID noticeId();

    record Sent(UUID noticeId, Instant at) implements Settlement {}

    record Failed(UUID noticeId, Instant at, String reason) implements Settlement {}

    /** To be claimed again, not before the instant. */
    record Postponed(UUID noticeId, Instant until, String reason) implements Settlement {}
}
