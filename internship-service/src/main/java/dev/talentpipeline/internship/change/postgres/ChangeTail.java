package dev.talentpipeline.internship.change.postgres;

import dev.talentpipeline.internship.change.Change;
import dev.talentpipeline.internship.change.ChangeFeed;
import dev.talentpipeline.internship.change.ChangeFeed.Told;
import dev.talentpipeline.kit.database.DatabaseTail;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Carries what is committed to the feed of this instance. Woken by the bell that wakes the outbox's relay. After a time without the database everybody
 * reads anew.
 */
final class ChangeTail implements DatabaseTail.Carrier {

    /** A ring can be lost. */
    private static final Duration SLOW_POLL = Duration.ofMillis(500);

    private static final Duration UNWATCHED_POLL = Duration.ofSeconds(2);

    /** Under load a reading finds more, instead of being followed by the next at once. */
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(50);

    private final ChangeFeed feed;
    private @Nullable CommittedChanges committed;
    private boolean begun;
    private long readAt = System.nanoTime();

    ChangeTail(ChangeFeed feed) {
        this.feed = feed;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        CommittedChanges opened = CommittedChanges.open(connection);
        committed = opened;
        if (begun) {
            feed.skipTo(opened.position());
        } else {
            int kept = feed.bounds().kept();
            List<Told> newest = opened.newest(kept + 1);
            boolean all = newest.size() <= kept;
            feed.begin(all ? newest : newest.subList(1, newest.size()), all);
            begun = true;
        }
    }

    @Override
    public void carry() throws SQLException {
        CommittedChanges opened = committed;
        if (opened == null) {
            throw new IllegalStateException("What is carried must have been begun.");
        }
        long now = System.nanoTime();
        if (feed.following() > 0 || now - readAt >= UNWATCHED_POLL.toNanos()) {
            read(opened);
            readAt = now;
        }
        LockSupport.parkNanos(BETWEEN_READINGS.toNanos());
        opened.awaitRing(SLOW_POLL);
    }

    private void read(CommittedChanges opened) throws SQLException {
        int most = feed.bounds().atOnce();
        List<Change> changes = opened.read(most);
        if (changes.size() > most) {
            feed.skipTo(changes.getLast().position());
        } else if (!changes.isEmpty()) {
            feed.tell(changes);
        }
    }

    @Override
    public void stop() {
        feed.stop();
    }
}
