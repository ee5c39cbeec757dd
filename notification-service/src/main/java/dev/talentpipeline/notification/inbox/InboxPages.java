package dev.talentpipeline.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices as they are read, newest first. */
public interface InboxPages {

    List<Entry> page(Selection selection, @Nullable Position after, int limit);

    /**
     * Whose notices are read.
     *
     * @param personId null: everybody's
     * @param waiting whether notices are included that still wait for their contact or labels
     */
    record Selection(@Nullable String personId, boolean waiting) {}

    /** A place in the list: everything after it is older, or as old with a lower id. */
    record Position(Instant createdAt, UUID id) {}

    /** A notice, and what it is about once it was released. */
    record Entry(
            Notice notice,
            @Nullable Opening opening,
            @Nullable Instant releasedAt) {}
}
