package dev.talentpipeline.notification.idempotency.postgres;

import dev.talentpipeline.kit.idempotency.Answers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers in their table, for a day. They name nobody who could be erased: what is asked of here is an endpoint, a brake or one's own choice. */
@Component
final class PostgresAnswers implements Answers {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresAnswers.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public @Nullable Kept claim(String caller, String key, String request, String path, Instant now) {
        jdbc.sql("set local lock_timeout to '2s'").update();
        int claimed = jdbc.sql("""
                        insert into idempotency (caller, key, request, created_at) values (:caller, :key, :request, :now)
                        on conflict (caller, key) do nothing
                        """)
                .param("caller", caller)
                .param("key", key)
                .param("request", request)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("set local lock_timeout to default").update();
        if (claimed == 1) {
            return null;
        }
        return jdbc.sql("select * from idempotency where caller = :caller and key = :key")
                .param("caller", caller)
                .param("key", key)
                .query((row, number) -> new Kept(
                        row.getString("request"),
                        new Answer(
                                row.getInt("status"),
                                JSON.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                                row.getString("body"))))
                .single();
    }

    @Override
    public void keep(String caller, String key, Answer answer) {
        jdbc.sql("""
                        update idempotency set status = :status, headers = :headers::jsonb, body = :body
                        where caller = :caller and key = :key
                        """)
                .param("status", answer.status())
                .param("headers", JSON.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    @Override
    public void release(String caller, String key) {
        jdbc.sql("delete from idempotency where caller = :caller and key = :key")
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    @Override
    public int forgetBefore(Instant time) {
        return jdbc.sql("delete from idempotency where created_at < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forgetOld() {
        try {
            forgetBefore(clock.instant().minus(KEPT));
        } catch (DataAccessException e) {
            LOG.warn("Old answers stay for ten minutes more: {}", e.getMessage());
        }
    }
}
