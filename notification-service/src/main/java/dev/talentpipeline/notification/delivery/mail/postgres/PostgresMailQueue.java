package dev.talentpipeline.notification.delivery.mail.postgres;

import dev.talentpipeline.notification.delivery.mail.ClaimedMail;
import dev.talentpipeline.notification.delivery.mail.MailQueue;
import dev.talentpipeline.notification.delivery.mail.Settlement;
import dev.talentpipeline.notification.delivery.mail.Settlement.Failed;
import dev.talentpipeline.notification.delivery.mail.Settlement.Postponed;
import dev.talentpipeline.notification.delivery.mail.Settlement.Sent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The queue over one connection of its own, on which it also holds the session lock that makes it the leader. Lock and
 * work share the connection on purpose: a sender whose connection broke has lost the lock and with it every way to settle
 * or claim, so it cannot meddle with the mails of its successor. (Row locks held while sending would do as well, but they
 * leave no trace of a mail that was in the air when its sender died.)
 */
final class PostgresMailQueue implements MailQueue {

    /** Channel of NOTIFY, sent in the transaction that enqueues a mail. */
    static final String WAKE_UP = "mails";

    /** Key of the session lock, as no other lock of this database: the letters "mails". */
    private static final long LEADER = 0x6d61696c73L;

    private static final String SETTLE_SENT =
            "update mails set state = 'SENT', settled_at = :at, reason = null where notice_id = :id and state = 'CLAIMED'";

    /** Under a limit a mail takes its share of a minute; what was left over lasts for 5 seconds, longer than the wait between two looks. */
    private static final String CLAIM = """
            claimed as (
                update mails set state = 'CLAIMED', attempts = attempts + 1
                where notice_id = (
                    select next.notice_id from mails next
                    where next.state = 'READY' and next.next_attempt_at <= :now
                        and (select brake_lets('EMAIL', :now))
                        and not exists (
                            select from mails earlier
                            where earlier.state = 'READY' and earlier.person_id = next.person_id
                                and earlier.place < next.place and (earlier.urgent or not next.urgent))
                    order by next.urgent desc, next.place
                    limit 1
                    for update skip locked)
                returning notice_id, message_id, attempts, traceparent),
            counted as (
                update brakes
                set next_at = greatest(next_at, :now::timestamptz - interval '5 seconds') + interval '1 minute' / per_minute
                where outlet = 'EMAIL' and per_minute is not null and exists (select from claimed))
            select * from claimed
            """;

    private final Connection connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private PostgresMailQueue(Connection connection) {
        this.connection = connection;
        var source = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    static MailQueue open(DataSource unpooled) {
        try {
            return new PostgresMailQueue(unpooled.getConnection());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be reached for the mail queue.", e);
        }
    }

    @Override
    public boolean lead() {
        boolean leads = jdbc.sql("select pg_try_advisory_lock(:leader)")
                .param("leader", LEADER)
                .query(Boolean.class)
                .single();
        if (leads) {
            jdbc.sql("listen " + WAKE_UP).update();
        }
        return leads;
    }

    @Override
    public int takeBack() {
        return jdbc.sql("update mails set state = 'READY', doubts = doubts + 1 where state = 'CLAIMED'")
                .update();
    }

    @Override
    public int letGo(Instant now) {
        return jdbc.sql(
                        "update mails set state = 'READY', next_attempt_at = :now where state = 'HELD' and held_until <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    @Override
    public Optional<ClaimedMail> claim(Instant now) {
        return jdbc.sql("with " + CLAIM)
                .param("now", Timestamp.from(now))
                .query((row, number) -> claimed(row))
                .optional();
    }

    @Override
    public void settle(Settlement settlement) {
        inTransaction(() -> write(settlement));
    }

    /** What was sent, which is nearly all, is one statement and so one way to the database: the sender has a few milliseconds for each mail. */
    @Override
    public Optional<ClaimedMail> settleAndClaim(Settlement settlement, Instant now) {
        if (settlement instanceof Sent(var id, Instant at)) {
            return jdbc.sql("with settled as (" + SETTLE_SENT + "), " + CLAIM)
                    .param("id", id)
                    .param("at", Timestamp.from(at))
                    .param("now", Timestamp.from(now))
                    .query((row, number) -> claimed(row))
                    .optional();
        }
        return inTransaction(() -> {
            write(settlement);
            return claim(now);
        });
    }

    /** A mail that was erased meanwhile is not there to be settled any more, and that is right. */
    private int write(Settlement settlement) {
        return switch (settlement) {
            case Sent(var id, Instant at) ->
                jdbc.sql(SETTLE_SENT)
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .update();
            case Failed(var id, Instant at, String reason) ->
                jdbc.sql("""
                                update mails set state = 'FAILED', settled_at = :at, reason = :reason
                                where notice_id = :id and state = 'CLAIMED'
                                """)
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .param("reason", reason)
                        .update();
            case Postponed(var id, Instant until, String reason) ->
                jdbc.sql("""
                                update mails set state = 'READY', next_attempt_at = :until, reason = :reason
                                where notice_id = :id and state = 'CLAIMED'
                                """)
                        .param("id", id)
                        .param("until", Timestamp.from(until))
                        .param("reason", reason)
                        .update();
        };
    }

    @Override
    public void awaitMails(Duration longest) {
        try {
            connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(longest.toMillis()));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The connection of the mail queue was lost.", e);
        }
    }

    @Override
    public void close() {
        try {
            // Closing the connection ends the session, and with it the lock.
            connection.close();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The connection of the mail queue did not close.", e);
        }
    }

    private <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private static ClaimedMail claimed(ResultSet row) throws SQLException {
        return new ClaimedMail(
                row.getObject("notice_id", UUID.class),
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getString("traceparent"));
    }
}
