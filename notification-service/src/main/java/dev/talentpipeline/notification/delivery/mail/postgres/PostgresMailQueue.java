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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

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

    /**
     * Under a limit each mail takes its share of a minute; what was left over lasts for 5 seconds, longer than the wait between two looks. Nobody waits for a claim to
     * reach the disk: the first settlement after it takes it along. Where the database loses it, no more than the first mail was handed over, and is so again.
     */
    private static final String CLAIM = """
            with lets as (
                select case when per_minute is null then :most
                    else least(:most, 1 + floor(extract(epoch from
                        :now::timestamptz - greatest(next_at, :now::timestamptz - interval '5 seconds')) * per_minute / 60)) end as most
                from brakes where outlet = 'EMAIL' and brake_lets('EMAIL', :now)),
            next as (
                select next.notice_id from mails next
                where next.state = 'READY' and next.next_attempt_at <= :now
                    and not exists (
                        select from mails earlier
                        where earlier.state = 'READY' and earlier.person_id = next.person_id
                            and earlier.place < next.place and (earlier.urgent or not next.urgent))
                order by next.urgent desc, next.place
                limit coalesce((select most::bigint from lets), 0)
                for update skip locked),
            claimed as (
                update mails set state = 'CLAIMED', attempts = attempts + 1
                where notice_id in (select notice_id from next)
                returning notice_id, message_id, attempts, traceparent, urgent, next_attempt_at, place),
            counted as (
                update brakes
                set next_at = greatest(next_at, :now::timestamptz - interval '5 seconds')
                    + interval '1 minute' / per_minute * (select count(*) from claimed)
                where outlet = 'EMAIL' and per_minute is not null and exists (select from claimed))
            select claimed.* from claimed, (select set_config('synchronous_commit', 'off', true)) not_awaited
            order by urgent desc, place
            """;

    /** In the order of the claim each is settled before the next is handed over, so that only the first of what is left may have been. */
    private static final String TAKE_BACK = """
            with first as (
                select notice_id from mails where state = 'CLAIMED' order by urgent desc, place limit 1),
            others as (
                update mails set state = 'READY', attempts = attempts - 1
                where state = 'CLAIMED' and notice_id not in (select notice_id from first))
            update mails set state = 'READY', doubts = doubts + 1 where notice_id in (select notice_id from first)
            """;

    private final Connection connection;
    private final JdbcClient jdbc;

    private PostgresMailQueue(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
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
        return jdbc.sql(TAKE_BACK).update();
    }

    @Override
    public int letGo(Instant now) {
        return jdbc.sql(
                        "update mails set state = 'READY', next_attempt_at = :now where state = 'HELD' and held_until <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    @Override
    public List<ClaimedMail> claim(Instant now, int most) {
        return jdbc.sql(CLAIM)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> claimed(row))
                .list();
    }

    /** One statement and so one way to the database: the sender has a few milliseconds for each mail. A mail that was erased meanwhile is not there to be settled any more, and that is right. */
    @Override
    public boolean settle(Settlement settlement) {
        var settling = switch (settlement) {
            case Sent(var id, Instant at) ->
                settling("state = 'SENT', settled_at = :at, reason = null", id).param("at", Timestamp.from(at));
            case Failed(var id, Instant at, String reason) ->
                settling("state = 'FAILED', settled_at = :at, reason = :reason", id)
                        .param("at", Timestamp.from(at))
                        .param("reason", reason);
            case Postponed(var id, Instant until, String reason) ->
                settling("state = 'READY', next_attempt_at = :until, reason = :reason", id)
                        .param("until", Timestamp.from(until))
                        .param("reason", reason);
        };
        return settling.query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec settling(String change, UUID id) {
        return jdbc.sql("with settled as (update mails set " + change + " where notice_id = :id and state = 'CLAIMED') "
                        + "select not paused from brakes where outlet = 'EMAIL'")
                .param("id", id);
    }

    @Override
    public void giveBack(Collection<UUID> notices) {
        jdbc.sql("""
                        update mails set state = 'READY', attempts = attempts - 1
                        where notice_id = any (:notices) and state = 'CLAIMED'
                        """).param("notices", notices.toArray(UUID[]::new)).update();
    }

    @Override
    public boolean awaitMails(Duration longest) {
        try {
            PGNotification[] told =
                    connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(longest.toMillis()));
            return told != null && told.length > 0;
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

    private static ClaimedMail claimed(ResultSet row) throws SQLException {
        return new ClaimedMail(
                row.getObject("notice_id", UUID.class),
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getBoolean("urgent"),
                row.getTimestamp("next_attempt_at").toInstant(),
                row.getString("traceparent"));
    }
}
