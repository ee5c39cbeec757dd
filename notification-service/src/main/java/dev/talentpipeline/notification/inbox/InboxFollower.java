package dev.talentpipeline.notification.inbox;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One who follows an inbox. However often it rings before they listen, they hear it once. Rung by the bell, listened to by one thread. */
public final class InboxFollower implements AutoCloseable {

    private final Consumer<InboxFollower> leaving;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    /** Whoever begins has to look once. */
    private boolean rung = true;

    private @Nullable Heard end;

    /** @param leaving hears when the follower goes */
    InboxFollower(Consumer<InboxFollower> leaving) {
        this.leaving = leaving;
    }

    /** What was heard. */
    public enum Heard {
        RUNG,
        NOTHING,
        /** The account has begun to follow elsewhere, and had as many as it may. */
        DISPLACED,
        /** The service stops. */
        OVER
    }

    /** Waits until it rings, but no longer than this. */
    public Heard listen(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (!rung && end == null && left > 0) {
                left = heard.awaitNanos(left);
            }
            if (end != null) {
                return end;
            }
            Heard what = rung ? Heard.RUNG : Heard.NOTHING;
            rung = false;
            return what;
        } finally {
            lock.unlock();
        }
    }

    void ring() {
        lock.lock();
        try {
            rung = true;
            heard.signal();
        } finally {
            lock.unlock();
        }
    }

    void end(Heard why) {
        lock.lock();
        try {
            end = why;
            heard.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        leaving.accept(this);
    }
}
