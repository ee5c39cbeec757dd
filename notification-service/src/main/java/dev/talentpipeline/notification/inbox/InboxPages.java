package dev.talentpipeline.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices as they are read, newest first. */
public interface InboxPages {

    List<Entry> page(Selection selection, @Nullable Position after, int limit);

    /** What was released at that time or later, oldest release first. */
    List<Entry> releasedFrom(String personId, Instant from, int limit);

    /** How many released notices the person has not read. */
    int unread(String personId);

    /** Notes when the notice was read first; says whether the person has it. */
    boolean read(String personId, UUID notice, Instant at);

    /** The same for all that the person had by then. */
    void readAll(String personId, Instant until, Instant at);

    /**
     * Whose notices are read.
     *
     * @param personId null: everybody's
     * @param waiting whether notices are included that still wait for their contact or labels
     * @param unread whether only those that were not read
     */
    record Selection(@Nullable String personId, boolean waiting, boolean unread) {}

    /** A place in the list: everything after it is older, or as old with a lower id. */
    record Position(Instant createdAt, UUID id) {}

    /** A notice, and what it is about once it was released. */
    record Entry(
            Notice notice,
            @Nullable Opening opening,
            @Nullable Instant releasedAt,
            @Nullable Instant readAt) {}
}
