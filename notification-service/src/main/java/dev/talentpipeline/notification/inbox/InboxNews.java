package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.inbox.InboxPages.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who looks on has not been told yet of an inbox. Notices are committed in another order than they are released in, so each look goes back a
 * little and leaves out what was told. Used by one thread.
 */
public final class InboxNews {

    /** No transaction that releases a notice takes as long. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private static final int MOST_AT_ONCE = 100;

    private final InboxPages pages;
    private final String personId;
    private final Map<UUID, Instant> told = new HashMap<>();
    private Instant reached;
    private @Nullable Integer unread;

    /** @param after whatever was released before is told already */
    public InboxNews(InboxPages pages, String personId, Instant after) {
        this.pages = pages;
        this.personId = personId;
        this.reached = after;
    }

    /**
     * What is new.
     *
     * @param more whether there is so much that not all of it is here: whoever looks on has to read anew
     * @param unread how many the person has not read; null: as many as when it was told last
     */
    public record Told(
            List<Notice> notices, boolean more, @Nullable Integer unread) {}

    /** Until when everything was told, and what came later as far as it was seen. */
    public Instant reached() {
        return reached;
    }

    /** Looks. The caller need not open a transaction. */
    public Told look() {
        List<Entry> found = pages.releasedFrom(personId, reached.minus(LATE), MOST_AT_ONCE + told.size());
        List<Notice> notices = found.stream()
                .filter(entry -> !told.containsKey(entry.notice().id()))
                .map(Entry::notice)
                .toList();
        boolean more = found.size() == MOST_AT_ONCE + told.size();
        for (Entry entry : found) {
            Instant at = entry.releasedAt();
            if (at != null) {
                told.put(entry.notice().id(), at);
                reached = at.isAfter(reached) ? at : reached;
            }
        }
        told.values().removeIf(at -> at.isBefore(reached.minus(LATE)));
        int now = pages.unread(personId);
        boolean changed = unread == null || unread != now;
        unread = now;
        return new Told(notices, more, changed ? now : null);
    }
}
