package dev.talentpipeline.notification.inbox.postgres;

import dev.talentpipeline.notification.inbox.InboxBell;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries what the database says of inboxes to the bell of this instance, by one thread and one connection for all who follow. Whatever fails, it begins
 * again after a pause, without end, and rings for everybody then.
 */
final class InboxTail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxTail.class);

    /** So soon it sees that it is to stop. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(3);

    private final Connections connections;
    private final InboxBell bell;
    private volatile boolean running;
    private @Nullable Thread thread;

    InboxTail(Connections connections, InboxBell bell) {
        this.connections = connections;
        this.bell = bell;
    }

    /** Opens connections of the tail's own, outside of any pool. */
    interface Connections {
        Connection open() throws SQLException;
    }

    private void run() {
        while (running) {
            try (Connection connection = connections.open()) {
                try (Statement listening = connection.createStatement()) {
                    listening.execute("listen inbox");
                }
                bell.ringForAll();
                while (running) {
                    carry(connection.unwrap(PGConnection.class));
                }
            } catch (SQLException e) {
                LOG.warn("Inboxes are followed again in {} ms: {}", PAUSE.toMillis(), e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (RuntimeException e) {
                LOG.error("The following of inboxes failed in a way that nobody foresaw", e);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void carry(PGConnection connection) throws SQLException {
        PGNotification[] rung = connection.getNotifications(Math.toIntExact(LOOK.toMillis()));
        if (rung != null) {
            for (PGNotification each : rung) {
                bell.ring(each.getParameter());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("inbox-tail").start(this::run);
    }

    /** Before the server waits for its requests: those who follow are let go. */
    @Override
    public void stop() {
        running = false;
        bell.stop();
        Thread carrying = thread;
        if (carrying != null) {
            try {
                carrying.join(STOPPING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
