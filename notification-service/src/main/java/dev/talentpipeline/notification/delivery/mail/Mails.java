package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Delivery;
import dev.talentpipeline.notification.inbox.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The mails of all notices. */
public interface Mails {

    /**
     * Adds a mail, within the caller's transaction. A notice has at most one.
     *
     * @param leavesAt from when on it may be sent
     */
    void add(Notice notice, String messageId, Instant at, Instant leavesAt);

    Map<UUID, List<Delivery>> of(Collection<UUID> notices);

    /** How many mails are still to be sent. */
    long unsent();

    /** How long the oldest has waited since it may be sent; zero if none waits. */
    Duration oldestWaits();
}
