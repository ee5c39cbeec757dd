package dev.talentpipeline.internship.owndata.postgres;

import dev.talentpipeline.internship.owndata.ErasedTables;
import dev.talentpipeline.kit.erasure.RewritingTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/** The tables of this service. */
@Component
final class PostgresErasedTables implements ErasedTables {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresErasedTables.class);

    /** Any number will do, as long as nothing else in this database locks it. */
    private static final long ERASURE_LOCK = 7_258_113_040_118L;

    private final DataSource database;
    private final RewritingTables rewriting;

    PostgresErasedTables(DataSource database) {
        this.database = database;
        this.rewriting = new RewritingTables(database);
    }

    @Override
    public void rewrite(Set<String> tables) {
        try {
            if (!rewriting.rewrite(tables)) {
                LOG.warn(
                        "The database user may not ask for a checkpoint: the write-ahead log is clean only after the server's next ones");
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("rewrite tables", null, e);
        }
    }

    @Override
    public void alone(Runnable work) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!yields(statement, "select pg_try_advisory_lock(" + ERASURE_LOCK + ")")) {
                return;
            }
            try {
                work.run();
            } finally {
                yields(statement, "select pg_advisory_unlock(" + ERASURE_LOCK + ")");
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("erase alone", null, e);
        }
    }

    private static boolean yields(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
