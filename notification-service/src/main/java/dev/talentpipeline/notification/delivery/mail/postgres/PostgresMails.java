package dev.talentpipeline.notification.delivery.mail.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.talentpipeline.kit.tracing.TraceContexts;
import dev.talentpipeline.notification.delivery.mail.Mails;
import dev.talentpipeline.notification.inbox.Channel;
import dev.talentpipeline.notification.inbox.Delivery;
import dev.talentpipeline.notification.inbox.Delivery.State;
import dev.talentpipeline.notification.inbox.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails in their table; a mail is deleted with its notice. */
@Component
final class PostgresMails implements Mails {

    private final JdbcClient jdbc;

    PostgresMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Notice notice, String messageId, Instant at, Instant leavesAt) {
        boolean held = leavesAt.isAfter(at);
        // The sender hears of it once this transaction has committed.
        jdbc.sql("""
                        with added as (
                            insert into mails (notice_id, person_id, message_id, urgent, state, held_until, next_attempt_at, traceparent)
                            values (:notice, :person, :messageId, :urgent, :state, :held::timestamptz, :at, :trace))
                        select pg_notify(:channel, '')
                        """)
                .param("notice", notice.id())
                .param("person", notice.personId())
                .param("messageId", messageId)
                .param("urgent", notice.kind().isUrgent())
                .param("state", held ? "HELD" : "READY")
                .param("held", held ? Timestamp.from(leavesAt) : null)
                .param("at", Timestamp.from(at))
                .param("trace", TraceContexts.current())
                .param("channel", PostgresMailQueue.WAKE_UP)
                .query((row, number) -> number)
                .single();
    }

    @Override
    public Map<UUID, List<Delivery>> of(Collection<UUID> notices) {
        if (notices.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select notice_id as told, state, attempts, message_id, reason, settled_at
                        from mails where notice_id in (:notices)
                        union all
                        select entry.notice_id, coalesce(mail.state, 'HELD'), coalesce(mail.attempts, 0), mail.message_id, mail.reason,
                            mail.settled_at
                        from digest_entries entry left join mails mail on mail.notice_id = entry.digest_id
                        where entry.notice_id in (:notices)
                        """)
                .param("notices", notices)
                .query((row, number) -> Map.entry(row.getObject("told", UUID.class), delivery(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    @Override
    public long unsent() {
        return jdbc.sql("select count(*) from mails where state in ('HELD', 'READY', 'CLAIMED')")
                .query(Long.class)
                .single();
    }

    @Override
    public Duration oldestWaits() {
        return Duration.ofMillis(jdbc.sql("""
                        select coalesce(extract(epoch from now() - min(greatest(notice.created_at, mail.held_until))) * 1000, 0)::bigint
                        from mails mail left join notices notice using (notice_id)
                        where mail.state in ('READY', 'CLAIMED')
                        """).query(Long.class).single());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        Timestamp settledAt = row.getTimestamp("settled_at");
        return new Delivery(
                Channel.EMAIL,
                switch (row.getString("state")) {
                    case "SENT" -> State.SENT;
                    case "FAILED" -> State.FAILED;
                    default -> State.WAITING;
                },
                row.getInt("attempts"),
                row.getString("message_id"),
                row.getString("reason"),
                settledAt == null ? null : settledAt.toInstant());
    }
}
