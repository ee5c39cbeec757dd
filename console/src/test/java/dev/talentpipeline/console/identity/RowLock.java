package dev.talentpipeline.console.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.stack.Infrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The lock of a row of {@link People}'s console, held from outside of it to force an interleaving. */
final class RowLock implements AutoCloseable {

    private final Connection connection;
    private final String pid;

    private RowLock(Connection connection, String pid) {
        this.connection = connection;
        this.pid = pid;
    }

    static RowLock of(String table, String key, String value) throws SQLException {
        Infrastructure infrastructure = Infrastructure.shared();
        Connection connection = DriverManager.getConnection(
                infrastructure.jdbcUrl(People.DATABASE), infrastructure.username(), infrastructure.password());
        connection.setAutoCommit(false);
        String sql = "select pg_backend_pid() from %s where %s = ? for update".formatted(table, key);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return new RowLock(connection, row.getString(1));
            }
        }
    }

    /** Waits until so many others wait for the lock, directly or one behind another. */
    void awaitWaiting(int count) {
        await().atMost(20, SECONDS)
                .until(() -> RunningConsole.query(People.DATABASE, """
                                with recursive waiting as (
                                    select pid from pg_stat_activity where ?::integer = any(pg_blocking_pids(pid))
                                    union
                                    select a.pid from pg_stat_activity a join waiting w on w.pid = any(pg_blocking_pids(a.pid)))
                                select pid::text from waiting
                                """, pid).size() == count);
    }

    void release() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
