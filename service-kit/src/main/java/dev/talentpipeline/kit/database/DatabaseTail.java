package dev.talentpipeline.kit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries what a database says on to this instance, by one thread and one connection for all who follow. Whatever fails, it begins again after a pause,
 * without end.
 */
public final class DatabaseTail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTail.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(3);

    private final String name;
    private final Connections connections;
    private final Carrier carrier;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * One that does nothing until it is started.
     *
     * @param name of its thread
     */
    public DatabaseTail(String name, Connections connections, Carrier carrier) {
        this.name = name;
        this.connections = connections;
        this.carrier = carrier;
    }

    /** Opens connections of the tail's own. */
    public interface Connections {
        Connection open() throws SQLException;
    }

    /** What is carried, and to whom. Called by the tail's one thread, but for the end. */
    public interface Carrier {

        /** Goes on from a connection that was just opened: the first, or one after a time in which nobody knows what was said. */
        void begin(Connection connection) throws SQLException;

        /** Waits for what is said next, for a moment only, and carries it on. */
        void carry() throws SQLException;

        /** Lets those who follow go, for good. */
        void stop();
    }

    private void run() {
        while (running) {
            try (Connection connection = connections.open()) {
                carrier.begin(connection);
                while (running) {
                    carrier.carry();
                }
            } catch (SQLException e) {
                LOG.warn("The {} begins again in {} ms: {}", name, PAUSE.toMillis(), e.toString());
                pause();
            } catch (RuntimeException e) {
                LOG.error("The {} failed in a way that nobody foresaw", name, e);
                pause();
            }
        }
    }

    private void pause() {
        if (running) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Before the web server waits for its requests to end: a stream would not. */
    @Override
    public void stop() {
        running = false;
        carrier.stop();
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
