package dev.talentpipeline.internship.change;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one follower still has to be told. It never waits for its reader: where more waits than it holds, it lets go of all of it and asks the
 * reader to read anew. Written by the feed, read by the one thread that tells the follower.
 */
public final class Subscription implements AutoCloseable {

    private final Sight sight;
    private final int most;
    private final Consumer<Subscription> leaving;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private final ArrayDeque<Change> waiting = new ArrayDeque<>();
    private boolean overflowed;
    private @Nullable Next end;
    private long reached;

    /** @param leaving hears when the follower goes */
    Subscription(Sight sight, int most, Consumer<Subscription> leaving) {
        this.sight = sight;
        this.most = most;
        this.leaving = leaving;
    }

    /** What there is to tell. */
    public sealed interface Next {

        record Changed(Change change) implements Next {}

        /** Something is missing: whoever follows has to read anew, and goes on from the position. */
        record Reset(long position) implements Next {}

        /** Nothing, up to the position. */
        record Quiet(long position) implements Next {}

        /** The account has begun to follow elsewhere, and had as many streams as it may. */
        record Displaced() implements Next {}

        /** The service stops. */
        record Over() implements Next {}
    }

    /** The next thing to tell, as soon as there is one, but no later than this. */
    public Next next(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !overflowed && end == null && left > 0) {
                left = told.awaitNanos(left);
            }
            if (end != null) {
                return end;
            }
            if (overflowed) {
                overflowed = false;
                return new Next.Reset(reached);
            }
            Change next = waiting.poll();
            return next == null ? new Next.Quiet(reached) : new Next.Changed(next);
        } finally {
            lock.unlock();
        }
    }

    /** Adds what its follower may see of these. */
    void tell(List<Change> changes, long upTo) {
        lock.lock();
        try {
            for (Change change : changes) {
                if (!overflowed && sight.covers(change)) {
                    waiting.add(change);
                    overflowed = waiting.size() > most;
                }
            }
            if (overflowed) {
                waiting.clear();
            }
            reached = upTo;
            told.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What waited is let go of, as something else is missing. */
    void reset(long upTo) {
        lock.lock();
        try {
            waiting.clear();
            overflowed = true;
            reached = upTo;
            told.signal();
        } finally {
            lock.unlock();
        }
    }

    /** @param how what it is told, instead of anything that waits */
    void end(Next how) {
        lock.lock();
        try {
            end = how;
            told.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        leaving.accept(this);
    }
}
