package dev.talentpipeline.internship.outbox.postgres;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.origin.Origin;
import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.outbox.OutboxMessage;
import dev.talentpipeline.internship.outbox.Together;
import dev.talentpipeline.internship.resource.postgres.Batch;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox table. The primary key (topic, key, version) makes sure that no version is told in two ways. */
@Component
final class PostgresOutbox implements Outbox {

    private static final String INSERT = """
            insert into outbox (topic, key, version, value, event_id, event_type, written_at, correlation_id, causation_id, traceparent, batch)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** What went out before goes out again under its id, and says so. */
    private static final String REPEAT = """
            on conflict (topic, key, version) do update
                set published_at = null, told_again = outbox.told_again or outbox.published_at is not null
            """;

    /** What a record without a value calls itself in its headers. */
    private static final String TOMBSTONE = "dev.talentpipeline.Erased";

    private final JdbcTemplate jdbc;
    private final AuditTrail trail;
    private final Doorbell doorbell;
    private final Clock clock;

    PostgresOutbox(JdbcTemplate jdbc, AuditTrail trail, Doorbell doorbell, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Override
    public void append(OutboxMessage message, Deed deed) {
        insert(INSERT, message);
        trail.record(deed);
    }

    @Override
    public void appendAll(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        refuseOutsideOfTransactions(entries.getFirst().message());
        Origin origin = Origin.current();
        List<@Nullable Object> columns = new ArrayList<>();
        Batch<OutboxMessage> batch =
                new Batch<>(entries.stream().map(Entry::message).toList());
        Collections.addAll(
                columns,
                Timestamp.from(clock.instant()),
                origin.correlationId(),
                origin.causationId(),
                origin.traceparent(),
                Together.current(),
                batch.texts(OutboxMessage::topic),
                batch.texts(OutboxMessage::key),
                batch.numbers(OutboxMessage::version),
                batch.bytes(OutboxMessage::value),
                batch.texts(OutboxMessage::type));
        batch.write(JdbcClient.create(jdbc), """
                insert into outbox (written_at, correlation_id, causation_id, traceparent, batch, topic, key, version, value, event_type, event_id)
                select cast(? as timestamptz), ?, ?, ?, cast(? as uuid), m.*, gen_random_uuid() from unnest(?, ?, ?, ?, ?) m
                """, columns);
        trail.recordAll(entries.stream().map(Entry::deed).toList());
        TransactionSynchronizationManager.registerSynchronization(new RingAfterCommit(doorbell));
    }

    @Override
    public void erase(String topic, String key, long version, Deed deed) {
        // Whether or not it went out yet: the tombstone takes the place of all of it.
        jdbc.update("delete from outbox where topic = ? and key = ? and value is not null", topic, key);
        append(new OutboxMessage(topic, key, version, TOMBSTONE, null), deed);
        jdbc.update("""
                insert into erased_key (person, topic, key, version) values (?, ?, ?, ?)
                on conflict (topic, key) do update set version = excluded.version
                """, deed.concerned().person(), topic, key, version);
    }

    @Override
    public void repeatErasures(Collection<UUID> people) {
        jdbc.update(
                """
                insert into outbox (topic, key, version, event_id, event_type, written_at, correlation_id)
                select topic, key, version, gen_random_uuid(), ?, ?, ? from erased_key where person = any(?)
                %s
                """.formatted(REPEAT),
                TOMBSTONE,
                Timestamp.from(clock.instant()),
                Origin.current().correlationId(),
                people.toArray(UUID[]::new));
        TransactionSynchronizationManager.registerSynchronization(new RingAfterCommit(doorbell));
    }

    @Override
    public void repeat(OutboxMessage message) {
        insert(INSERT + REPEAT, message);
    }

    @Override
    public Set<UUID> waiting(String topic, String key, long version) {
        return Set.copyOf(jdbc.queryForList(
                "select event_id from outbox where topic = ? and key = ? and version <= ? and published_at is null",
                UUID.class,
                topic,
                key,
                version));
    }

    @Override
    public void withdraw(String topic, String key, long version) {
        jdbc.update(
                "delete from outbox where topic = ? and key = ? and version <= ? and published_at is null",
                topic,
                key,
                version);
    }

    private void insert(String sql, OutboxMessage message) {
        refuseOutsideOfTransactions(message);
        Origin origin = Origin.current();
        jdbc.update(
                sql,
                message.topic(),
                message.key(),
                message.version(),
                message.value(),
                UUID.randomUUID(),
                message.type(),
                Timestamp.from(clock.instant()),
                origin.correlationId(),
                origin.causationId(),
                origin.traceparent(),
                Together.current());
        TransactionSynchronizationManager.registerSynchronization(new RingAfterCommit(doorbell));
    }

    private static void refuseOutsideOfTransactions(OutboxMessage message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "event (%s) must be written in the transaction that changes what it tells. Maybe a use case runs outside of Transactions."
                            .formatted(message));
        }
    }

    private record RingAfterCommit(Doorbell doorbell) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            doorbell.ring();
        }
    }
}
