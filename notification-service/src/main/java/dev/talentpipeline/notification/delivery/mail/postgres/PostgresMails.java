package dev.talentpipeline.notification.delivery.mail.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.talentpipeline.kit.tracing.TraceContexts;
import dev.talentpipeline.notification.delivery.mail.Mails;
import dev.talentpipeline.notification.inbox.Channel;
import dev.talentpipeline.notification.inbox.Delivery;
import dev.talentpipeline.notification.inbox.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    public void add(List<Addition> mails, Instant at) {
        if (mails.isEmpty()) {
            return;
        }
        // The sender hears of it once this transaction has committed.
        jdbc.sql("""
                        with added as (
                            insert into mails (notice_id, person_id, message_id, urgent, state, held_until, next_attempt_at, traceparent)
                            select notice, person, message, urgent, case when held is null then 'READY' else 'HELD' end, held, :at::timestamptz, trace
                            from unnest(:notices::uuid[], :people::text[], :messages::text[], :urgent::boolean[], :held::timestamptz[],
                                :traces::text[]) with ordinality mail (notice, person, message, urgent, held, trace, place)
                            order by place)
                        select pg_notify(:channel, '')
                        """)
                .param("notices", texts(mails, mail -> mail.notice().id().toString()))
                .param("people", texts(mails, mail -> mail.notice().personId()))
                .param("messages", texts(mails, Addition::messageId))
                .param(
                        "urgent",
                        texts(mails, mail -> String.valueOf(mail.notice().kind().isUrgent())))
                .param(
                        "held",
                        texts(
                                mails,
                                mail -> mail.leavesAt().isAfter(at)
                                        ? mail.leavesAt().toString()
                                        : null))
                .param("at", Timestamp.from(at))
                .param(
                        "traces",
                        texts(mails, mail -> mail.traceparent() == null ? TraceContexts.current() : mail.traceparent()))
                .param("channel", PostgresMailQueue.WAKE_UP)
                .query((row, number) -> number)
                .single();
    }

    private static @Nullable String[] texts(List<Addition> mails, Function<Addition, @Nullable String> text) {
        return mails.stream().map(text).toArray(String[]::new);
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
        // State by state, since each has an index that is as small as what is still to be sent.
        return jdbc.sql("""
                        select (select count(*) from mails where state = 'HELD') + (select count(*) from mails where state = 'READY')
                            + (select count(*) from mails where state = 'CLAIMED')
                        """).query(Long.class).single();
    }

    @Override
    public Duration oldestWaits() {
        return Duration.ofMillis(jdbc.sql("""
                        select coalesce(extract(epoch from now() - min(greatest(notice.created_at, mail.held_until))) * 1000, 0)::bigint
                        from (
                            select notice_id, held_until from mails where state = 'READY'
                            union all
                            select notice_id, held_until from mails where state = 'CLAIMED') mail
                        left join notices notice using (notice_id)
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
