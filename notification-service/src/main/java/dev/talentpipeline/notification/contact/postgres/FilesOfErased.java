package dev.talentpipeline.notification.contact.postgres;

import dev.talentpipeline.kit.erasure.RewritingTables;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what was erased from tables is gone from their files within the erasure window too. They are written anew twice, so that what
 * another transaction could still see the first time is gone as well.
 */
@Component
final class FilesOfErased {

    private static final Logger LOG = LoggerFactory.getLogger(FilesOfErased.class);
    private static final List<String> TABLES = List.of("contacts", "notices", "mails", "webhook_attempts");
    private static final String TO_DO = "erased and rewritings < 2";
    /** So many rewritings fit into an erasure window. */
    private static final int REWRITINGS = 10;

    private final JdbcClient jdbc;
    private final RewritingTables rewriting;
    private final long pauseNanos;
    private final ReentrantLock busy = new ReentrantLock();
    private long nextNanos = System.nanoTime();

    FilesOfErased(
            JdbcClient jdbc, DataSource database, @Value("${talentpipeline.erasure-window:PT24H}") Duration window) {
        this.jdbc = jdbc;
        this.rewriting = new RewritingTables(database);
        this.pauseNanos = window.dividedBy(REWRITINGS).toNanos();
    }

    @Scheduled(fixedRate = 1_000)
    void clean() {
        if (!busy.tryLock()) {
            return;
        }
        try {
            if (System.nanoTime() - nextNanos >= 0 && isAnyToDo()) {
                nextNanos = System.nanoTime() + pauseNanos;
                cleanOnce();
            }
        } catch (DataAccessException | SQLException e) {
            LOG.warn("Files are written anew after the next pause: {}", e.getMessage());
        } finally {
            busy.unlock();
        }
    }

    private boolean isAnyToDo() {
        return jdbc.sql("select exists (select from contacts where " + TO_DO + ")")
                .query(Boolean.class)
                .single();
    }

    private void cleanOnce() throws SQLException {
        List<String> people = jdbc.sql("select person_id from contacts where " + TO_DO)
                .query((row, number) -> row.getString("person_id"))
                .list();
        if (!rewriting.rewrite(TABLES)) {
            LOG.warn(
                    "The database user may not ask for a checkpoint: the write-ahead log is clean only after the server's next ones");
        }
        jdbc.sql("update contacts set rewritings = rewritings + 1 where person_id = any(?)")
                .param(people.toArray(String[]::new))
                .update();
    }
}
