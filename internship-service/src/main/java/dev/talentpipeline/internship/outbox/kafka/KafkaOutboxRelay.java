package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.internship.outbox.BeforeRelaying;
import dev.talentpipeline.kit.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Carries the outbox to Kafka, by one thread. Of all instances of the service one relay works at a time. It takes unpublished rows (never
 * from a position onwards), sends them in one Kafka transaction, together with the rest of a batch that is among them, then marks them; a crash in between sends them again, which readers drop
 * by version. Whatever fails, it starts afresh after a pause, without end.
 */
final class KafkaOutboxRelay implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutboxRelay.class);
    private static final Duration SLOW_POLL = Duration.ofMillis(500);
    private static final Duration SLOWEST_POLL = Duration.ofSeconds(3);

    /** Of a large batch that is not committed yet every row is looked at in vain: of ten parts of the time one is spent so, at most. */
    private static final int REST = 9;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PRUNES = Duration.ofMinutes(1);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final Connections connections;
    private final Map<String, Object> producerSettings;
    private final BeforeRelaying before;
    private final Duration kept;
    private final Tracing tracing;
    private final PublishedEvents published;

    private volatile boolean running;
    private volatile @Nullable String fault;
    private @Nullable Thread thread;
    private Duration pause = FIRST_PAUSE;
    private long nextPruneNanos = System.nanoTime();

    KafkaOutboxRelay(
            Connections connections,
            Map<String, Object> producerSettings,
            BeforeRelaying before,
            Duration kept,
            Tracing tracing,
            MeterRegistry meters) {
        this.connections = connections;
        this.producerSettings = Map.copyOf(producerSettings);
        this.before = before;
        this.kept = kept;
        this.tracing = tracing;
        this.published = new PublishedEvents(meters);
    }

    /** Opens connections of the relay's own, outside of any pool. */
    interface Connections {
        Connection open() throws SQLException;
    }

    private void run() {
        while (running) {
            try {
                work();
            } catch (SQLException | KafkaException | ExecutionException e) {
                failed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // Without its thread the relay would be dead while its health says that all is well.
                LOG.error("The outbox relay failed in a way that nobody foresaw", e);
                failed(e);
            }
        }
    }

    private void failed(Exception e) {
        if (!running) {
            return;
        }
        fault = e.toString();
        LOG.warn("The outbox relay starts afresh in {} ms: {}", pause.toMillis(), e.toString());
        LockSupport.parkNanos(pause.toNanos());
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** Works until something fails or the service stops. */
    private void work() throws SQLException, InterruptedException, ExecutionException {
        try (RelayConnection outbox = new RelayConnection(connections.open())) {
            while (running && !outbox.takeLock()) {
                fault = null;
                LockSupport.parkNanos(SLOW_POLL.toNanos());
            }
            outbox.listen();
            before.run();
            try (OutboxProducer producer = new OutboxProducer(producerSettings, tracing)) {
                producer.start();
                long uncertain = outbox.last();
                while (running) {
                    relay(outbox, producer, uncertain);
                }
            }
        }
    }

    /**
     * Sends what is due.
     *
     * @param uncertain up to which position somebody may have sent rows before, and died before they were marked
     */
    private void relay(RelayConnection outbox, OutboxProducer producer, long uncertain)
            throws SQLException, InterruptedException, ExecutionException {
        long began = System.nanoTime();
        List<RelayConnection.Due> due = outbox.due();
        if (due.isEmpty()) {
            Duration rest = Duration.ofNanos(System.nanoTime() - began).multipliedBy(REST);
            healthy();
            prune(outbox);
            outbox.awaitRing(atLeast(SLOW_POLL, atMost(SLOWEST_POLL, rest)));
            return;
        }
        Sent sent = new Sent();
        producer.begin();
        long until = outbox.together(due);
        while (!due.isEmpty()) {
            sent.add(due, producer.send(due, uncertain));
            due = outbox.due(due.getLast().position(), until);
        }
        producer.commit();
        outbox.published(sent);
        sent.byTopic().forEach(published::count);
        healthy();
    }

    private static Duration atLeast(Duration bound, Duration duration) {
        return duration.compareTo(bound) < 0 ? bound : duration;
    }

    private static Duration atMost(Duration bound, Duration duration) {
        return duration.compareTo(bound) > 0 ? bound : duration;
    }

    private void healthy() {
        fault = null;
        pause = FIRST_PAUSE;
    }

    private void prune(RelayConnection outbox) throws SQLException {
        if (System.nanoTime() - nextPruneNanos < 0) {
            return;
        }
        if (outbox.prune(kept) == 0) {
            nextPruneNanos = System.nanoTime() + BETWEEN_PRUNES.toNanos();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread started = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        running = false;
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

    @Override
    public Health health() {
        String known = fault;
        return known == null
                ? Health.up().build()
                : Health.down().withDetail("fault", known).build();
    }
}
