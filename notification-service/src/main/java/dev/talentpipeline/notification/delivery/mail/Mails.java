package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Delivery;
import dev.talentpipeline.notification.inbox.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails of all notices. */
public interface Mails {

    /** Adds mails, within the caller's transaction; each leaves after those before it that hurry as much. A notice has at most one. */
    void add(List<Addition> mails, Instant at);

    /**
     * A mail that is to be sent.
     *
     * @param leavesAt from when on it may be
     * @param traceparent of the step by which its sending goes on; null: of what the thread is doing
     */
    record Addition(
            Notice notice,
            String messageId,
            Instant leavesAt,
            @Nullable String traceparent) {}

    Map<UUID, List<Delivery>> of(Collection<UUID> notices);

    /** How many mails are still to be sent. */
    long unsent();

    /** How long the oldest has waited since it may be sent; zero if none waits. */
    Duration oldestWaits();
}
