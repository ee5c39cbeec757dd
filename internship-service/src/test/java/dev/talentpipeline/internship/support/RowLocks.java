package dev.talentpipeline.internship.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks of rows, held from outside of the service to force an interleaving. */
@TestComponent
public class RowLocks {

    private static final Duration BOUND = Duration.ofSeconds(20);

    private final DataSource database;
    private final JdbcClient jdbc;

    RowLocks(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Takes the lock of the row with that id. */
    public Held hold(String table, String id) throws SQLException {
        return new Held(table, id);
    }

    /** One row's lock, held until it is closed. */
    public final class Held implements AutoCloseable {

        private final Connection connection;
        private final int pid;

        private Held(String table, String id) throws SQLException {
            connection = database.getConnection();
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(
                    "select pg_backend_pid() from " + table + " where cast(id as text) = ? for update")) {
                statement.setString(1, id);
                try (var row = statement.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    pid = row.getInt(1);
                }
            }
        }

        /** Waits until so many others wait for this lock, directly or one behind another. */
        public void awaitWaiting(int count) {
            await().atMost(BOUND)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> jdbc.sql("""
                                            with recursive waiting as (
                                                select pid from pg_stat_activity where ? = any(pg_blocking_pids(pid))
                                                union
                                                select a.pid from pg_stat_activity a join waiting w on w.pid = any(pg_blocking_pids(a.pid))
                                            )
                                            select count(*) from waiting
                                            """).param(pid).query(Integer.class).single() >= count);
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
