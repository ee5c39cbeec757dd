package dev.talentpipeline.notification.webhook.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.talentpipeline.kit.tracing.TraceContexts;
import dev.talentpipeline.notification.webhook.Attempt;
import dev.talentpipeline.notification.webhook.Message;
import dev.talentpipeline.notification.webhook.Messages;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages and the attempts to deliver them in their tables. */
@Component
final class PostgresMessages implements Messages {

    private final JdbcClient jdbc;

    PostgresMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Addition> messages) {
        if (messages.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into webhook_messages
                            (message_id, endpoint_id, type, subject, subject_version, person_id, body, state, created_at, tried_since,
                             next_attempt_at, traceparent)
                        select id, endpoint, type, subject, version, person, body, 'PENDING', created, created, created, trace
                        from unnest(:ids::uuid[], :endpoints::uuid[], :types::text[], :subjects::text[], :versions::bigint[], :people::text[],
                            :bodies::text[], :created::timestamptz[], :traces::text[])
                            message (id, endpoint, type, subject, version, person, body, created, trace)
                        on conflict on constraint one_message_per_event_and_endpoint do nothing
                        """)
                .param("ids", texts(messages, each -> each.message().id().toString()))
                .param(
                        "endpoints",
                        texts(messages, each -> each.message().endpointId().toString()))
                .param("types", texts(messages, each -> each.message().type()))
                .param("subjects", texts(messages, each -> each.message().subject()))
                .param(
                        "versions",
                        messages.stream()
                                .map(each -> each.message().subjectVersion())
                                .toArray(Long[]::new))
                .param("people", texts(messages, each -> each.message().personId()))
                .param("bodies", texts(messages, each -> each.message().body()))
                .param(
                        "created",
                        texts(messages, each -> each.message().createdAt().toString()))
                .param(
                        "traces",
                        texts(
                                messages,
                                each -> each.traceparent() == null ? TraceContexts.current() : each.traceparent()))
                .update();
    }

    private static @Nullable String[] texts(List<Addition> messages, Function<Addition, @Nullable String> text) {
        return messages.stream().map(text).toArray(String[]::new);
    }

    @Override
    public Optional<Message> find(UUID endpointId, UUID id) {
        return jdbc.sql("select * from webhook_messages where endpoint_id = :endpoint and message_id = :id")
                .param("endpoint", endpointId)
                .param("id", id)
                .query((row, number) -> WebhookRows.message(row))
                .optional();
    }

    @Override
    public void sendAgain(Message message, Instant now) {
        jdbc.sql("""
                        update webhook_messages
                        set state = 'PENDING', settled_at = null, next_attempt_at = :now, tried_since = :now
                        where message_id = :id
                        """)
                .param("now", Timestamp.from(now))
                .param("id", message.id())
                .update();
        jdbc.sql("update webhook_endpoints set not_before = :now where endpoint_id = :endpoint and not_before > :now")
                .param("now", Timestamp.from(now))
                .param("endpoint", message.endpointId())
                .update();
    }

    @Override
    public void tryAnewFrom(Instant now) {
        jdbc.sql("update webhook_endpoints set failing_since = :now where failing_since is not null")
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("update webhook_messages set tried_since = :now where state = 'PENDING'")
                .param("now", Timestamp.from(now))
                .update();
    }

    @Override
    public void giveUp(UUID endpointId, Instant now) {
        jdbc.sql("""
                        update webhook_messages set state = 'FAILED', settled_at = :now
                        where endpoint_id = :endpoint and state = 'PENDING'
                        """)
                .param("now", Timestamp.from(now))
                .param("endpoint", endpointId)
                .update();
    }

    @Override
    public List<Message> page(UUID endpointId, Message.@Nullable State state, @Nullable Position after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("endpoint_id = :endpoint"));
        Map<String, Object> parameters = new HashMap<>(Map.of("endpoint", endpointId, "limit", limit));
        if (state != null) {
            conditions.add("state = :state");
            parameters.put("state", state.name());
        }
        if (after != null) {
            conditions.add("(created_at, message_id) < (:createdAt, :id)");
            parameters.put("createdAt", Timestamp.from(after.createdAt()));
            parameters.put("id", after.id());
        }
        return jdbc.sql("select * from webhook_messages where " + String.join(" and ", conditions)
                        + " order by created_at desc, message_id desc limit :limit")
                .params(parameters)
                .query((row, number) -> WebhookRows.message(row))
                .list();
    }

    @Override
    public Map<UUID, List<Attempt>> attempts(Collection<UUID> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from webhook_attempts where message_id in (:messages) order by message_id, number")
                .param("messages", messages)
                .query((row, number) -> Map.entry(WebhookRows.id(row, "message_id"), WebhookRows.attempt(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    @Override
    public void forgetAnswersAbout(String personId) {
        // Whoever notes down an answer just now holds its message: waits for it, and finds the answer.
        jdbc.sql("select message_id from webhook_messages where person_id = :person for no key update")
                .param("person", personId)
                .query(UUID.class)
                .list();
        jdbc.sql("""
                        update webhook_attempts set answer = null
                        where answer is not null
                            and message_id in (select message_id from webhook_messages where person_id = :person)
                        """).param("person", personId).update();
    }

    @Override
    public void forgetSettledBefore(Instant time) {
        jdbc.sql("delete from webhook_messages where settled_at < :before")
                .param("before", Timestamp.from(time))
                .update();
    }
}
