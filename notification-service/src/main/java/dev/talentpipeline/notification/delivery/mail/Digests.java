package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Notice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notices that are mailed together. Every method takes part in the caller's transaction. */
public interface Digests {

    /** Adds the notice to its person's next digest. */
    void add(Notice notice, Instant dueAt);

    /** Some of those who have a digest due, no more than so many. */
    List<String> due(Instant now, int most);

    /**
     * Puts all that waits for the person's digest into this one, and releases it.
     *
     * @return how many notices; the digest is not kept if there are none
     */
    int bundle(Notice digest, Instant now);

    /** The notices of a digest, oldest first. */
    List<UUID> entriesOf(UUID digest);
}
