package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.internship.outbox.OutboxMessage;
import dev.talentpipeline.schemas.EventHeaders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The relay's own connection. It holds the advisory lock that lets one relay work at a time: everything the relay does in the database
 * goes through it, so a relay that lost its connection has lost its lock and can do no more. Used by one thread.
 */
final class RelayConnection implements AutoCloseable {

    /** Any number will do, as long as nothing else in this database locks it. */
    private static final long RELAY_LOCK = 7_258_113_040_117L;

    private static final int MOST_KEYS = 1_000;

    /**
     * Unpublished versions of the keys that have waited longest. A key comes whole: a lower version cannot be left behind, whatever the
     * clocks said when it was written.
     */
    private static final String DUE = """
            with waiting as (select topic, key, written_at from outbox where published_at is null order by written_at limit %d),
                 due as (select topic, key, min(written_at) as since from waiting group by topic, key)
            select o.topic, o.key, o.version, o.value, o.event_id, o.event_type, o.written_at, o.correlation_id, o.causation_id, o.traceparent
            from due join outbox o on o.topic = due.topic and o.key = due.key and o.published_at is null
            order by due.since, o.topic, o.key, o.version
            """.formatted(MOST_KEYS);

    private static final String PUBLISHED = """
            update outbox o set published_at = now()
            from unnest(?::text[], ?::text[], ?::bigint[]) as sent (topic, key, version)
            where o.topic = sent.topic and o.key = sent.key and o.version = sent.version
            """;

    private static final String PRUNE = """
            delete from outbox where (topic, key, version) in
                (select topic, key, version from outbox where published_at < now() - make_interval(secs => ?) limit 5000)
            """;

    private final Connection connection;

    RelayConnection(Connection connection) {
        this.connection = connection;
    }

    /** A version to send, with what travels beside it. */
    record Due(OutboxMessage message, EventHeaders headers) {}

    /** Takes the lock unless another relay holds it; says whether this one now does. */
    boolean takeLock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet locked = statement.executeQuery("select pg_try_advisory_lock(" + RELAY_LOCK + ")")) {
            return locked.next() && locked.getBoolean(1);
        }
    }

    void listen() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
    }

    /** Waits until somebody rings, but no longer than this. */
    void awaitRing(Duration longest) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(longest.toMillis()));
    }

    List<Due> due() throws SQLException {
        List<Due> due = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DUE);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                due.add(read(row));
            }
        }
        return due;
    }

    private static Due read(ResultSet row) throws SQLException {
        String key = row.getString("key");
        String type = row.getString("event_type");
        Instant writtenAt = row.getTimestamp("written_at").toInstant();
        return new Due(
                new OutboxMessage(row.getString("topic"), key, row.getLong("version"), type, row.getBytes("value")),
                new EventHeaders(
                        row.getString("event_id"),
                        type,
                        "internship-service",
                        writtenAt,
                        key,
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("traceparent")));
    }

    void published(List<Due> sent) throws SQLException {
        List<OutboxMessage> messages = sent.stream().map(Due::message).toList();
        try (PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", messages.stream().map(OutboxMessage::topic).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", messages.stream().map(OutboxMessage::key).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint",
                            messages.stream().map(OutboxMessage::version).toArray()));
            statement.executeUpdate();
        }
    }

    /** Removes some of what was published longer ago than this; says how many. */
    int prune(Duration kept) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PRUNE)) {
            statement.setDouble(1, kept.toMillis() / 1000.0);
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
