package dev.talentpipeline.internship.change.postgres;

import dev.talentpipeline.internship.change.Change;
import dev.talentpipeline.internship.change.ChangeFeed;
import dev.talentpipeline.internship.change.ChangeFeed.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries what is committed to the feed of this instance, by one thread and one connection for all who follow. Woken by the bell that wakes
 * the outbox's relay. Whatever fails, it begins again after a pause, without end, and has everybody read anew then.
 */
final class ChangeTail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeTail.class);

    /** A ring can be lost. */
    private static final Duration SLOW_POLL = Duration.ofMillis(500);

    private static final Duration UNWATCHED_POLL = Duration.ofSeconds(2);

    /** Under load a reading finds more, instead of being followed by the next at once. */
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(50);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(3);

    private final Connections connections;
    private final ChangeFeed feed;
    private volatile boolean running;
    private @Nullable Thread thread;
    private boolean begun;

    ChangeTail(Connections connections, ChangeFeed feed) {
        this.connections = connections;
        this.feed = feed;
    }

    /** Opens connections of the tail's own, outside of any pool. */
    interface Connections {
        Connection open() throws SQLException;
    }

    private void run() {
        while (running) {
            try (Connection connection = connections.open()) {
                CommittedChanges committed = CommittedChanges.open(connection);
                begin(committed);
                while (running) {
                    carry(committed);
                }
            } catch (SQLException e) {
                LOG.warn("Changes are told again in {} ms: {}", PAUSE.toMillis(), e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (RuntimeException e) {
                LOG.error("The telling of changes failed in a way that nobody foresaw", e);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void begin(CommittedChanges committed) throws SQLException {
        if (begun) {
            feed.skipTo(committed.position());
        } else {
            int kept = feed.bounds().kept();
            List<Told> newest = committed.newest(kept + 1);
            boolean all = newest.size() <= kept;
            feed.begin(all ? newest : newest.subList(1, newest.size()), all);
            begun = true;
        }
    }

    private void carry(CommittedChanges committed) throws SQLException {
        long began = System.nanoTime();
        int most = feed.bounds().atOnce();
        List<Change> changes = committed.read(most);
        if (changes.size() > most) {
            feed.skipTo(changes.getLast().position());
        } else if (!changes.isEmpty()) {
            feed.tell(changes);
        }
        do {
            LockSupport.parkNanos(BETWEEN_READINGS.toNanos());
            committed.awaitRing(SLOW_POLL);
        } while (running && feed.following() == 0 && System.nanoTime() - began < UNWATCHED_POLL.toNanos());
    }

    @Override
    public void start() {
        running = true;
        Thread started = Thread.ofPlatform().daemon().name("change-tail").unstarted(this::run);
        thread = started;
        started.start();
    }

    /** Before the web server waits for its requests to end: a stream would not. */
    @Override
    public void stop() {
        running = false;
        feed.stop();
        Thread stopping = thread;
        if (stopping == null) {
            return;
        }
        LockSupport.unpark(stopping);
        try {
            if (!stopping.join(STOPPING)) {
                stopping.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
