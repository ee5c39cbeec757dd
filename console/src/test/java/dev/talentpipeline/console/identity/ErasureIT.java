package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.StubService.erased;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A console that asks every second who was erased. */
class ErasureIT {

    private static final String DATABASE = "console_erasure";

    private final String canary =
            "canary-" + UUID.randomUUID().toString().replace("-", "").substring(8);
    private final String person = UUID.randomUUID().toString();
    private final StubService internship = new StubService();
    private final Path accounts = RunningConsole.accountsFile("""
            {"console": "http://localhost:8080",
             "clients": [{"id": "watch", "secret": "watch-secret", "role": "OPERATIONS"}],
             "users": [{"name": "%s", "password": "a-password", "role": "STUDENT", "org": "beida", "person": "%s"},
                       {"name": "other", "password": "b-password", "role": "STUDENT", "org": "beida", "person": "p-other"}]}
            """.formatted(canary, person));

    @Test
    void whoWasErasedIsGoneFromAccountsTrailAndFilesAndDoesNotComeBackWithTheAccountsFile() {
        AtomicReference<String> asked = new AtomicReference<>();
        try (RunningConsole console = start()) {
            // given a student in every table that can tell of one
            Browser student = new Browser(console);
            student.signIn(canary, "a-password");
            Browser other = new Browser(console);
            other.signIn("other", "b-password");
            new Browser(console).signIn(canary, "a wrong one");
            Browser operations = new Browser(console);
            String token = operations.token("watch", "watch-secret");
            assertThat(operations
                            .post(
                                    "/api/v1/accounts/" + canary + "/password-resets",
                                    "",
                                    "Authorization",
                                    "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
            query(
                    "insert into provider_identity (issuer, subject, account) values ('campus', ?, ?) returning account",
                    2);
            assertThat(filesWithTheCanary()).anyMatch(file -> file.startsWith("pg_wal/"));

            // when internship-service is away for a while, and then has them on its second page
            internship.answersErasures(exchange -> {
                StubService.answer(exchange, 503, "text/plain", "away");
                internship.answersErasures(again -> {
                    asked.set(
                            again.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length()));
                    boolean first = !again.getRequestURI().getQuery().contains("cursor=two");
                    erased(again, List.of(first ? UUID.randomUUID().toString() : person), first ? "two" : null);
                });
            });

            // then
            await().atMost(10, SECONDS)
                    .until(() ->
                            query("select name from account where name = ?", 1).isEmpty());
            assertThat(claims(asked.get()).path("roles").toString()).isEqualTo("[\"OPERATIONS\"]");
            assertThat(query("""
                            select key from sign_in_attempt where key = ?
                            union all select account from password_reset where account = ?
                            union all select account from provider_identity where account = ?
                            union all select act from account_act where account_act::text like '%' || ? || '%'
                            """, 4)).isEmpty();
            assertThat(json(operations.get(
                                    "/api/v1/accounts/trail?account=" + person, "Authorization", "Bearer " + token))
                            .path("items")
                            .valueStream()
                            .map(entry -> entry.path("act").asString() + " "
                                    + entry.path("by").asString()))
                    .containsExactly("RESET_ISSUED watch", "SIGNED_IN " + person);
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(filesWithTheCanary()).isEmpty());
            // and the session has ended, while the other student's goes on
            internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
            assertThat(student.get("/student").statusCode()).isEqualTo(302);
            assertThat(other.get("/student").statusCode()).isEqualTo(200);
        }

        // and when the console starts again with the file that still lists them
        try (RunningConsole console = start()) {
            assertThat(query("select name from account where name = ?", 1)).isEmpty();
            new Browser(console).signIn(canary, "a-password");
            assertThat(RunningConsole.query(DATABASE, "select act from account_act where by_name = ?", person))
                    .hasSize(1);
        } finally {
            internship.close();
        }
    }

    private RunningConsole start() {
        return RunningConsole.start(
                DATABASE,
                accounts,
                "talentpipeline.services.internship=" + internship.url(),
                "talentpipeline.erasure-window=PT20S");
    }

    private List<String> query(String sql, int canaries) {
        return RunningConsole.query(
                DATABASE, sql, Collections.nCopies(canaries, canary).toArray(String[]::new));
    }

    /** Files of this database and of the server's log of writing, as the server reads them. */
    private List<String> filesWithTheCanary() {
        return query("""
                select name
                from (select pg_relation_filepath(oid) as name from pg_class where pg_relation_filepath(oid) is not null
                      union all select 'pg_wal/' || name from pg_ls_waldir()) files
                where position(convert_to(?, 'UTF8') in pg_read_binary_file(name, true)) > 0
                """, 1);
    }
}
