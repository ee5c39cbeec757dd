package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Delivery;
import dev.talentpipeline.notification.inbox.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The mails of all notices. */
public interface Mails {

    /** Adds a mail to be sent at once, within the caller's transaction. A notice has at most one. */
    void add(Notice notice, String messageId, Instant at);

    Map<UUID, List<Delivery>> of(Collection<UUID> notices);

    /** How many mails are still to be sent. */
    long unsent();
}
