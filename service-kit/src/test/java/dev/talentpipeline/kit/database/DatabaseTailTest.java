package dev.talentpipeline.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DatabaseTailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void whateverFailsItBeginsAgainUntilItIsStopped() {
        DatabaseTail tail = new DatabaseTail("tail-of-a-test", this::open, new Failing());

        tail.start();
        await().atMost(PATIENCE).until(() -> seen.contains("carried"));
        assertThat(tail.isRunning()).isTrue();
        tail.stop();

        assertThat(tail.isRunning()).isFalse();
        assertThat(seen)
                .containsExactly("away", "begun", "broken", "begun", "unforeseen", "begun", "carried", "stopped");
    }

    private Connection open() throws SQLException {
        if (opened.getAndIncrement() == 0) {
            seen.add("away");
            throw new SQLException("The database is away.");
        }
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, given) -> null);
    }

    /** Breaks by the connection first, then by itself, and waits the third time. */
    private final class Failing implements DatabaseTail.Carrier {

        @Override
        public void begin(Connection connection) {
            seen.add("begun");
        }

        @Override
        public void carry() throws SQLException {
            switch (opened.get()) {
                case 2 -> {
                    seen.add("broken");
                    throw new SQLException("The connection broke.");
                }
                case 3 -> {
                    seen.add("unforeseen");
                    throw new IllegalStateException("Nobody foresaw this.");
                }
                default -> {
                    seen.add("carried");
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        }

        @Override
        public void stop() {
            seen.add("stopped");
            end.countDown();
        }
    }
}
