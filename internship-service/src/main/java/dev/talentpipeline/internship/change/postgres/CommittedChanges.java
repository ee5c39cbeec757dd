package dev.talentpipeline.internship.change.postgres;

import dev.talentpipeline.internship.change.Change;
import dev.talentpipeline.internship.change.ChangeFeed.Told;
import dev.talentpipeline.internship.change.ChangedKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Reads new versions off the audit trail, each once it is committed and none twice. Positions do not rise in the order of commits, so what is
 * new is told by the snapshots of two readings: it is seen by the later and was not by the earlier.
 *
 * <pre>
 *   position   … 40  41  42  43  44  45
 *   reading 1     x   x       x           snapshot: the transaction of 42 runs
 *   reading 2     x   x   x   x   x   x   told: 42, 44, 45
 *                 ^ settled: no transaction from before a reading that saw 41 runs any more
 * </pre>
 *
 * Positions up to the settled one are not looked at again. Used by one thread, over a connection of its own.
 */
final class CommittedChanges {

    /** What a transaction that runs for very long may hold back; it is not told if it commits after so many others. */
    private static final long MOST_UNSETTLED = 100_000;

    private static final String[] KINDS =
            Arrays.stream(ChangedKind.values()).map(ChangedKind::name).toArray(String[]::new);

    private static final String COLUMNS = """
            position, at, entity, entity_id, version, facts ->> 'programme' as programme, facts ->> 'state' as state,
            university, company, person
            """;

    private static final String IS_TOLD = "deed = 'CHANGED' and entity = any(?) and facts ->> 'programme' is not null";

    private static final String SNAPSHOT = """
            select s::text as snapshot, pg_snapshot_xmin(s)::text as oldest, pg_snapshot_xmax(s)::text as next,
                (select coalesce(max(position), 0) from audit) as position
            from pg_current_snapshot() s
            """;

    private static final String NEW = "select " + COLUMNS
            + " from audit where position > ? and not pg_visible_in_snapshot(transaction, ?::pg_snapshot) and "
            + IS_TOLD + " order by position limit ?";

    private static final String NEWEST =
            "select " + COLUMNS + " from audit where " + IS_TOLD + " order by position desc limit ?";

    private final Connection connection;
    private Place place;

    private CommittedChanges(Connection connection, Place place) {
        this.connection = connection;
        this.place = place;
    }

    /**
     * What was read last.
     *
     * @param snapshot in which it was read
     * @param settled at or before this position nothing new appears
     * @param next settles once no transaction from before it runs any more
     */
    private record Place(String snapshot, long settled, Mark next) {}

    /** @param transaction the first that had not begun when the position was the highest to be seen */
    private record Mark(long transaction, long position) {}

    private record Reading(String snapshot, long oldestRunning, Mark mark) {}

    /**
     * Begins to read from now on. No place of another connection is gone on from: numbers of transactions may come again after a crash of the
     * database.
     *
     * @param connection for nothing else
     */
    static CommittedChanges open(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            Reading now = reading(connection);
            long settled = Math.max(0, now.mark().position() - MOST_UNSETTLED);
            return new CommittedChanges(connection, new Place(now.snapshot(), settled, now.mark()));
        } finally {
            connection.rollback();
        }
    }

    /** The highest position that was seen when some of them settled last. */
    long position() {
        return place.next().position();
    }

    /** The newest changes, oldest first. */
    List<Told> newest(int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setArray(1, connection.createArrayOf("text", KINDS));
            statement.setInt(2, most);
            List<Told> newest = read(statement);
            Collections.reverse(newest);
            return newest;
        } finally {
            connection.rollback();
        }
    }

    /** Waits until something may have been committed, but no longer than this. */
    void awaitRing(Duration longest) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(longest.toMillis()));
    }

    /** What was committed since the last time; of more than the most, one more than that. */
    List<Change> read(int most) throws SQLException {
        try {
            Reading now = reading(connection);
            List<Change> changes = changes(most);
            place = settled(now);
            return changes;
        } finally {
            connection.rollback();
        }
    }

    private List<Change> changes(int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEW)) {
            statement.setLong(1, place.settled());
            statement.setString(2, place.snapshot());
            statement.setArray(3, connection.createArrayOf("text", KINDS));
            statement.setInt(4, most + 1);
            return read(statement).stream().map(Told::change).toList();
        }
    }

    /** Whoever draws a position has its transaction's number already, as it holds the lock of what it changed. */
    private Place settled(Reading now) {
        long least = Math.max(place.settled(), now.mark().position() - MOST_UNSETTLED);
        return now.oldestRunning() < place.next().transaction()
                ? new Place(now.snapshot(), least, place.next())
                : new Place(now.snapshot(), Math.max(least, place.next().position()), now.mark());
    }

    private static Reading reading(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SNAPSHOT)) {
            row.next();
            return new Reading(
                    row.getString("snapshot"),
                    row.getLong("oldest"),
                    new Mark(row.getLong("next"), row.getLong("position")));
        }
    }

    private static List<Told> read(PreparedStatement statement) throws SQLException {
        List<Told> changes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                changes.add(read(row));
            }
        }
        return changes;
    }

    private static Told read(ResultSet row) throws SQLException {
        return new Told(
                row.getTimestamp("at").toInstant(),
                new Change(
                        row.getLong("position"),
                        row.getString("programme"),
                        ChangedKind.valueOf(row.getString("entity")),
                        row.getString("entity_id"),
                        row.getLong("version"),
                        row.getString("state"),
                        row.getString("university"),
                        row.getString("company"),
                        row.getObject("person", UUID.class)));
    }
}
