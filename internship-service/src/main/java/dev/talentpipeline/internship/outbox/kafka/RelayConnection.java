package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.internship.outbox.OutboxMessage;
import dev.talentpipeline.schemas.EventHeaders;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The relay's own connection. It holds the advisory lock that lets one relay work at a time: everything the relay does in the database
 * goes through it, so a relay that lost its connection has lost its lock and can do no more. Used by one thread.
 */
final class RelayConnection implements AutoCloseable {

    /** Any number will do, as long as nothing else in this database locks it. */
    private static final long RELAY_LOCK = 7_258_113_040_117L;

    private static final int BATCH = 1_000;

    /**
     * Unpublished rows, those that have waited longest first. Within a key positions rise with versions, and a version is visible only after
     * the one before it: so no batch can hold a version while leaving a lower one behind.
     */
    private static final String DUE = """
            select position, topic, key, version, value, event_id, event_type, written_at, correlation_id, causation_id, traceparent, batch, told_again
            from outbox where published_at is null order by position limit %d
            """.formatted(BATCH);

    /**
     * What must go out together with the last of these, up to the position where that ends. All of it is visible, as it was committed together;
     * so is whatever a version in it comes after.
     */
    private static final String TOGETHER = """
            select max(position) from outbox where published_at is null and batch = any(?)
            """;

    private static final String DUE_UNTIL = """
            select position, topic, key, version, value, event_id, event_type, written_at, correlation_id, causation_id, traceparent, batch, told_again
            from outbox where published_at is null and position > ? and position <= ? order by position limit %d
            """.formatted(BATCH);

    /** One statement, so that the places are known if and only if the rows are marked. */
    private static final String PUBLISHED = """
            with sent as (update outbox set published_at = now() where published_at is null and position = any(?))
            insert into relayed (topic, partition, next_offset) select * from unnest(?, ?, ?)
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            """;

    private static final String PRUNE = """
            delete from outbox where (topic, key, version) in
                (select topic, key, version from outbox where published_at < now() - make_interval(secs => ?) limit 5000)
            """;

    private final Connection connection;

    RelayConnection(Connection connection) {
        this.connection = connection;
    }

    /**
     * A version to send, with what travels beside it.
     *
     * @param toldAgain whether it went out before, and its writer repeats it
     */
    record Due(
            long position,
            OutboxMessage message,
            EventHeaders headers,
            @Nullable UUID batch,
            boolean toldAgain) {}

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

    /** The position of the last row that is not published yet; 0: there is none. */
    long last() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select coalesce(max(position), 0) from outbox where published_at is null")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    List<Due> due() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            return read(statement);
        }
    }

    /** Up to which position rows must go out together with these; 0 where nothing must. */
    long together(List<Due> due) throws SQLException {
        Object[] batches =
                due.stream().map(Due::batch).filter(Objects::nonNull).distinct().toArray();
        if (batches.length == 0) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(TOGETHER)) {
            statement.setArray(1, connection.createArrayOf("uuid", batches));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Unpublished rows after one position up to another. */
    List<Due> due(long after, long until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE_UNTIL)) {
            statement.setLong(1, after);
            statement.setLong(2, until);
            return read(statement);
        }
    }

    private static List<Due> read(PreparedStatement statement) throws SQLException {
        List<Due> due = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
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
                row.getLong("position"),
                new OutboxMessage(row.getString("topic"), key, row.getLong("version"), type, row.getBytes("value")),
                new EventHeaders(
                        row.getString("event_id"),
                        type,
                        "internship-service",
                        writtenAt,
                        key,
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("traceparent")),
                row.getObject("batch", UUID.class),
                row.getBoolean("told_again"));
    }

    /** Marks what was sent. */
    void published(Sent sent) throws SQLException {
        Map<TopicPartition, Long> ends = sent.ends();
        try (PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
            statement.setArray(1, array("bigint", sent.positions().stream()));
            statement.setArray(2, array("text", ends.keySet().stream().map(TopicPartition::topic)));
            statement.setArray(3, array("integer", ends.keySet().stream().map(TopicPartition::partition)));
            statement.setArray(4, array("bigint", ends.values().stream()));
            statement.executeUpdate();
        }
    }

    private Array array(String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
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
