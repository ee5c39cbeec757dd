package dev.talentpipeline.notification.progress.postgres;

import dev.talentpipeline.notification.progress.Progress;
import dev.talentpipeline.notification.progress.Progress.Channel;
import dev.talentpipeline.notification.progress.Progress.State;
import dev.talentpipeline.notification.progress.UntoldProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A table that triggers fill in the transaction that delivers or settles, so that no sender can forget it. */
@Component
final class PostgresUntoldProgress implements UntoldProgress {

    /** Key of the transaction lock, as no other lock of this database: the letters "told". */
    private static final long TELLER = 0x746f6c64L;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    PostgresUntoldProgress(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public int take(int most, Consumer<List<Progress>> taker) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(:teller)")
                    .param("teller", TELLER)
                    .query(Boolean.class)
                    .single();
            List<Progress> oldest = alone ? oldest(most) : List.of();
            if (!oldest.isEmpty()) {
                taker.accept(oldest);
                forget(oldest);
            }
            return oldest.size();
        }));
    }

    private List<Progress> oldest(int most) {
        return jdbc.sql("""
                        select p.*, m.traceparent from notice_progress p left join mails m using (notice_id)
                        where not told order by p.place limit :most
                        """)
                .param("most", most)
                .query((row, number) -> progress(row))
                .list();
    }

    private void forget(List<Progress> told) {
        jdbc.sql("""
                        update notice_progress p set told = true
                        from unnest(cast(:notices as uuid[]), cast(:versions as bigint[])) as done (notice_id, version)
                        where p.notice_id = done.notice_id and p.version = done.version
                        """)
                .param("notices", told.stream().map(Progress::noticeId).toArray(UUID[]::new))
                .param("versions", told.stream().map(Progress::version).toArray(Long[]::new))
                .update();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getObject("notice_id", UUID.class),
                row.getLong("version"),
                row.getString("person_id"),
                row.getString("kind"),
                Channel.valueOf(row.getString("channel")),
                State.valueOf(row.getString("state")),
                row.getString("subject"),
                row.getLong("subject_version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("traceparent"));
    }
}
