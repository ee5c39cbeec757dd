package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.erasure.ErasedPeople;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * PostgreSQL leaves the bytes of dead rows where they are, so the tables are written anew: twice, since another transaction could
 * still see something the first time. The log of writing is clean after a checkpoint where {@code wal_recycle} is off.
 */
@Component
final class PostgresErasedPeople implements ErasedPeople {

    private static final Logger log = LoggerFactory.getLogger(PostgresErasedPeople.class);
    private static final String NO_RIGHT = "42501";
    private static final List<String> TABLES =
            List.of("account", "password_reset", "provider_identity", "sign_in_attempt");

    private final JdbcClient jdbc;
    private final DataSource database;

    PostgresErasedPeople(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    @Override
    public boolean has(String person) {
        return jdbc.sql("select exists (select from erased_person where person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(String person, Instant at) {
        jdbc.sql("""
                        insert into erased_person (person, erased_at) values (:person, :at)
                        on conflict (person) do update set rewritten = 0
                        """).param("person", person).param("at", Timestamp.from(at)).update();
    }

    @Override
    public void cleanFiles() {
        List<String> people = jdbc.sql("select person from erased_person where rewritten < 2")
                .query((row, index) -> row.getString("person"))
                .list();
        if (people.isEmpty()) {
            return;
        }
        // What somebody typed for a name may be anything; it goes with the next attempt only.
        jdbc.sql("delete from sign_in_attempt where forgotten_at <= now()").update();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            rewriteTables(statement);
            newLog(statement);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("write tables anew", null, e);
        }
        jdbc.sql("update erased_person set rewritten = rewritten + 1 where person = any(:people)")
                .param("people", people.toArray(String[]::new))
                .update();
    }

    /** Gives up where a table is in use for long, since all others would wait behind it. */
    private static void rewriteTables(Statement statement) throws SQLException {
        statement.execute("set lock_timeout to '5s'");
        try {
            for (String table : TABLES) {
                statement.execute("vacuum (full) " + table);
            }
        } finally {
            statement.execute("reset lock_timeout");
        }
    }

    private static void newLog(Statement statement) throws SQLException {
        try {
            statement.execute("checkpoint");
            statement.execute("select pg_switch_wal()");
            statement.execute("checkpoint");
        } catch (SQLException e) {
            if (!NO_RIGHT.equals(e.getSQLState())) {
                throw e;
            }
            log.warn("The database user may not ask for a checkpoint: the write-ahead log is clean only after"
                    + " the server's next ones.");
        }
    }
}
