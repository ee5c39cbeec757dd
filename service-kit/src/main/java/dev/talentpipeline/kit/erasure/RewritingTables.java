package dev.talentpipeline.kit.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import javax.sql.DataSource;

/**
 * Writes tables anew, so that what was deleted or overwritten is gone from their files and from the write-ahead log too. PostgreSQL alone
 * leaves the bytes of dead rows where they are until something else needs the place. Each table is locked while it is written.
 *
 * <p>The old log segments go with the second checkpoint, where {@code wal_recycle} is off: a segment that is kept to be used again keeps its
 * old bytes.
 */
public final class RewritingTables {

    private static final String NO_RIGHT = "42501";

    private final DataSource database;

    public RewritingTables(DataSource database) {
        this.database = database;
    }

    /**
     * Rewrites the tables. Whoever needs one of them waits meanwhile; the rewriting itself gives up after 5 s of waiting for a table, since
     * all others would wait behind it.
     *
     * @return whether the log was cleaned as well; without the right to ask for a checkpoint, the server's own does that later
     */
    public boolean rewrite(Collection<String> tables) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("set lock_timeout to '5s'");
            try {
                for (String table : tables) {
                    statement.execute("vacuum (full) " + statement.enquoteIdentifier(table, false));
                }
            } finally {
                statement.execute("reset lock_timeout");
            }
            return newLog(statement);
        }
    }

    private static boolean newLog(Statement statement) throws SQLException {
        try {
            statement.execute("checkpoint");
            statement.execute("select pg_switch_wal()");
            statement.execute("checkpoint");
            return true;
        } catch (SQLException e) {
            if (NO_RIGHT.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
