package dev.talentpipeline.internship.idempotency.postgres;

import dev.talentpipeline.internship.origin.Acting;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.kit.idempotency.Answers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresAnswers implements Answers {

    private static final String LONGEST_WAIT = "'2s'";

    private final JdbcClient jdbc;

    PostgresAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Kept claim(String caller, String key, String request, String path, Instant now) {
        waitForLocks(LONGEST_WAIT);
        int claimed = jdbc.sql("""
                        insert into idempotency (caller, key, request, path, created_at, person) values (?, ?, ?, ?, ?, ?)
                        on conflict (caller, key) do nothing
                        """)
                .param(caller)
                .param(key)
                .param(request)
                .param(path)
                .param(Rows.time(now))
                .param(Violations.id(Acting.current().person()))
                .update();
        waitForLocks("default");
        return claimed == 1
                ? null
                : jdbc.sql("select request, status, headers, body from idempotency where caller = ? and key = ?")
                        .params(caller, key)
                        .query((row, number) -> new Kept(
                                row.getString("request"),
                                new Answer(
                                        row.getInt("status"),
                                        Documents.read(row.getString("headers"), Headers.class)
                                                .values(),
                                        row.getString("body"))))
                        .single();
    }

    /** How long statements of the running transaction wait for a lock, from here on. */
    private void waitForLocks(String longest) {
        jdbc.sql("set local lock_timeout to " + longest).update();
    }

    /** The headers as a document. */
    private record Headers(Map<String, String> values) {}

    @Override
    public void keep(String caller, String key, Answer answer) {
        jdbc.sql("update idempotency set status = ?, headers = ?, body = ? where caller = ? and key = ?")
                .param(answer.status())
                .param(Documents.write(new Headers(answer.headers())))
                .param(answer.body())
                .param(caller)
                .param(key)
                .update();
    }

    @Override
    public void release(String caller, String key) {
        jdbc.sql("delete from idempotency where caller = ? and key = ?")
                .params(caller, key)
                .update();
    }

    @Override
    public int forgetBefore(Instant time) {
        return jdbc.sql("delete from idempotency where created_at < ?")
                .param(Rows.time(time))
                .update();
    }
}
