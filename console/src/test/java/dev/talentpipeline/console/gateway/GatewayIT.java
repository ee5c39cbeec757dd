package dev.talentpipeline.console.gateway;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Answering;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GatewayIT {

    private static final int LIMIT_BYTES = 1024 * 1024;
    private static final String BEARER = "Bearer opaque-to-the-gateway";

    private static StubbedConsole console;
    private static StubService internship;
    private static StubService matching;
    private static StubService notification;
    private static StubService monitoring;

    @BeforeAll
    static void start() {
        console = new StubbedConsole("console_gateway", "talentpipeline.gateway.answer-timeout=1s");
        internship = console.internship;
        matching = console.matching;
        notification = console.notification;
        monitoring = console.monitoring;
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void everybodyAnswers() {
        internship.answers(200, "application/json", "{\"by\":\"internship\"}");
        matching.answers(200, "application/json", "{\"by\":\"matching\"}");
        notification.answers(200, "application/json", "{\"by\":\"notification\"}");
        monitoring.answers(200, "application/json", "{\"by\":\"monitoring\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/programmes, internship",
        "/api/v1/programmes/p1, internship",
        "/api/v1/programmes/p1/students/s1, internship",
        "/api/v1/programmes/p1/students/s1/ranking, matching",
        "/api/v1/programmes/p1/students/s1/skill-gains?limit=2, matching",
        "/api/v1/programmes/p1/internships?limit=2, internship",
        "/api/v1/programmes/p1/internships/i1/candidates?limit=2, matching",
        "/api/v1/programmes/p1/internships/i1/requirement-costs, matching",
        "/api/v1/programmes/p1/clearings, matching",
        "/api/v1/programmes/p1/clearings/latest, matching",
        "/api/v1/programmes/p1/clearings/7/recall, internship",
        "/api/v1/programmes/p1/offers, internship",
        "/api/v1/simulations, matching",
        "/api/v1/notices, notification",
        "/api/v1/notices/stream, notification",
        "/api/v1/webhooks/hr, notification",
        "/api/v1/brakes, notification",
        "/api/v1/flows, monitoring",
        "/api/v1/lag, monitoring",
        "/api/v1/journeys?q=o1, monitoring",
        "/api/v1/journeys/o1, monitoring",
        "/api/v1/dead-letters, monitoring",
        "/api/v1/expectations, monitoring",
        "/api/v1/service-levels, monitoring",
        "/api/v1/schemas, monitoring",
        "/api/v1/looks, monitoring",
        "/api/v1/service-levels/offer-latency, monitoring",
        "/api/v1/ledger, monitoring",
        "/api/v1/lookups?organisation=u1&called=7, internship",
        "/api/v1/expectations/offer-not-told/entities, monitoring",
        "/api/v1/catalogue/skills, internship",
        "/api/v1/nobodys, internship"
    })
    void everyPathHasItsService(String path, String service) {
        HttpResponse<String> response = new Browser(console.running).get(path, "Authorization", BEARER);

        assertThat(json(response).path("by").asString()).isEqualTo(service);
    }

    @Test
    void whatACallerSaysArrivesAsItWasSaid() {
        String path = "/api/v1/programmes/p1/students/2024%E5%8F%B7?q=a%26b&q=%E4%BA%AC&empty=";
        new Browser(console.running)
                .post(
                        path,
                        "{\"name\":\"王\"}",
                        "Authorization",
                        BEARER,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "k-1",
                        "X-Correlation-Id",
                        "c-1");

        Asked asked = internship.lastAsked();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.uri()).isEqualTo(path);
        assertThat(asked.body()).isEqualTo("{\"name\":\"王\"}");
        assertThat(asked.header("Authorization")).hasValue(BEARER);
        assertThat(asked.header("Content-Type")).hasValue("application/json");
        assertThat(asked.header("Idempotency-Key")).hasValue("k-1");
        assertThat(asked.header("X-Correlation-Id")).hasValue("c-1");
    }

    @Test
    void whatACallerMayNotSayIsLeftOut() {
        new Browser(console.running)
                .get(
                        "/api/v1/programmes",
                        "Authorization",
                        BEARER,
                        "Cookie",
                        "TALENTPIPELINE=x; LANGUAGE=zh",
                        "X-Forwarded-For",
                        "6.6.6.6",
                        "X-Forwarded-Host",
                        "evil.example",
                        "Forwarded",
                        "for=6.6.6.6",
                        "Keep-Alive",
                        "timeout=5");

        assertThat(internship.lastAsked().headers())
                .doesNotContainKeys("Cookie", "X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Keep-Alive");
    }

    @Test
    void whatAServiceAnswersComesBackAsItIs() {
        internship.answers(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Set-Cookie", "TALENTPIPELINE=stolen");
            StubService.answer(exchange, 409, "application/problem+json", "{\"type\":\"x\",\"detail\":\"已\"}");
        });

        HttpResponse<String> response = new Browser(console.running).get("/api/v1/programmes", "Authorization", BEARER);

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo("{\"type\":\"x\",\"detail\":\"已\"}");
        assertThat(response.headers().allValues("ETag")).containsExactly("\"7\"");
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void aBodyThatIsSaidToBeAFormIsRefusedWithTheTypeThatIsRead() {
        Browser caller = new Browser(console.running);
        String form = "application/x-www-form-urlencoded";

        HttpResponse<String> refused = caller.post(
                "/api/v1/programmes/p1/forms", "{\"name\":\"x\"}", "Authorization", BEARER, "Content-Type", form);

        assertProblem(refused, 415, "unsupported-media-type");
        assertThat(json(refused).path("remedy").asString()).isEqualTo("Send Content-Type: application/json.");
        assertThat(caller.post("/api/v1/programmes/p1/bare", "", "Authorization", BEARER, "Content-Type", form)
                        .statusCode())
                .isEqualTo(200);
        assertThat(internship.lastAsked().uri()).isEqualTo("/api/v1/programmes/p1/bare");
    }

    @Test
    void aCallOfNobodyEndsHere() {
        HttpResponse<String> response = new Browser(console.running).get("/api/v1/programmes");

        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(internship.asked()).isEmpty();
    }

    @Test
    void aSessionIsSentOnAsAShortTokenThatIsMintedOnce() {
        Browser li = new Browser(console.running);
        li.signIn("li", "li-password");

        li.get("/api/v1/programmes");
        li.get("/api/v1/programmes");

        List<String> tokens = internship.asked().stream()
                .map(asked -> asked.header("Authorization").orElseThrow())
                .toList();
        assertThat(tokens).hasSize(2).containsOnly(tokens.getFirst());
        assertThat(internship.lastAsked().headers()).doesNotContainKey("Cookie");
        JsonNode claims = claims(tokens.getFirst());
        assertThat(claims.path("sub").asString()).isEqualTo("li");
        assertThat(claims.path("org").asString()).isEqualTo("beida");
        assertThat(claims.path("aud").toString()).contains("talent-pipeline");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(60);
    }

    @Test
    void aBearerTokenWinsOverASession() {
        Browser li = new Browser(console.running);
        li.signIn("li", "li-password");

        HttpResponse<String> response = li.post("/api/v1/programmes", "{}", "Authorization", BEARER);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(internship.lastAsked().header("Authorization")).hasValue(BEARER);
    }

    @Test
    void aChangeBySessionNeedsTheCsrfTokenOfThatSession() {
        Browser li = new Browser(console.running);
        li.signIn("li", "li-password");
        String csrf = Browser.csrfToken(li.get("/swagger-ui.html").body());
        internship.answers(200, "application/json", "{}");

        HttpResponse<String> forged = li.post("/api/v1/programmes", "{}", "Content-Type", "application/json");
        HttpResponse<String> guessed = li.post("/api/v1/programmes", "{}", "X-CSRF-TOKEN", "guess");
        assertProblem(forged, 403, "csrf-token-missing");
        assertProblem(guessed, 403, "csrf-token-missing");
        assertThat(internship.asked()).isEmpty();

        HttpResponse<String> meant = li.post("/api/v1/programmes", "{}", "X-CSRF-TOKEN", csrf);
        assertThat(meant.statusCode()).isEqualTo(200);
        assertThat(internship.lastAsked().headers()).doesNotContainKey("X-CSRF-TOKEN");
    }

    @Test
    void aChangeByASessionThatIsOverIsNobodys() {
        // given
        Browser li = new Browser(console.running);
        li.signIn("li", "li-password");
        String session =
                "TALENTPIPELINE=" + li.cookie("TALENTPIPELINE").orElseThrow().getValue();
        Browser other = new Browser(console.running);
        assertProblem(other.post("/api/v1/programmes", "{}", "Cookie", session), 403, "csrf-token-missing");

        // when
        li.submit("/sign-out", li.get("/swagger-ui.html").body(), Map.of());

        // then
        HttpResponse<String> late = other.post("/api/v1/programmes", "{}", "Cookie", session);
        assertProblem(late, 401, "unauthenticated");
        assertThat(late.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void aBodyOfExactlyTheLimitPassesAndOneByteMoreDoesNotHoweverItIsSent() {
        Browser client = new Browser(console.running);
        String atLimit = "x".repeat(LIMIT_BYTES);

        assertThat(client.post("/api/v1/simulations", atLimit, "Authorization", BEARER)
                        .statusCode())
                .isEqualTo(200);
        assertThat(matching.lastAsked().body()).hasSize(LIMIT_BYTES);
        assertThat(client.send(chunked(client, atLimit)).statusCode()).isEqualTo(200);
        assertThat(matching.lastAsked().body()).hasSize(LIMIT_BYTES);

        matching.answers(200, "application/json", "{}");
        assertProblem(
                client.post("/api/v1/simulations", atLimit + "x", "Authorization", BEARER), 413, "body-too-large");
        assertProblem(client.send(chunked(client, atLimit + "x")), 413, "body-too-large");
        assertThat(matching.asked()).isEmpty();
    }

    @Test
    void aServiceThatIsDownIsNamedAndTheOthersWork() {
        try (RunningConsole alone = RunningConsole.start(
                "console_gateway",
                RunningConsole.accountsFile(RunningConsole.ACCOUNTS),
                "talentpipeline.services.internship=" + internship.url(),
                "talentpipeline.services.matching=http://127.0.0.1:1")) {
            Browser client = new Browser(alone);

            HttpResponse<String> down = client.get("/api/v1/programmes/p/clearings", "Authorization", BEARER);

            assertProblem(down, 503, "service-unavailable");
            assertThat(json(down).path("service").asString()).isEqualTo("matching-service");
            assertThat(down.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(client.get("/api/v1/programmes", "Authorization", BEARER).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aServiceThatGoesAwayInTheMiddleIsUnavailable() {
        internship.answers(exchange -> exchange.close());

        HttpResponse<String> response =
                new Browser(console.running).post("/api/v1/programmes/p/state", "{}", "Authorization", BEARER);

        assertProblem(response, 503, "service-unavailable");
        assertThat(json(response).path("detail").asString()).contains("may have acted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/notices", "/api/v1/webhooks/stream"})
    void aServiceThatDoesNotAnswerInTimeIsATimeOut(String path) {
        CountDownLatch over = new CountDownLatch(1);
        notification.answers(exchange -> await(over));

        HttpResponse<String> response = new Browser(console.running).get(path, "Authorization", BEARER);
        over.countDown();

        assertProblem(response, 504, "service-timeout");
        assertThat(json(response).path("service").asString()).isEqualTo("notification-service");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/notices/stream, text/event-stream",
        "/api/v1/programmes/p/changes, text/event-stream",
        "/api/v1/programmes/p/students?state=ACTIVE&format=csv, */*",
        "/api/v1/programmes/p/students, text/csv"
    })
    void aStreamAndAFileArriveAsTheyAreWrittenAndOutliveTheTimeOut(String path, String accept) throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        Answering slow = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(first);
            exchange.getResponseBody().write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        };
        notification.answers(slow);
        internship.answers(slow);

        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = http.send(
                    new Browser(console.running)
                            .request(path, "Authorization", BEARER, "Accept", accept)
                            .build(),
                    BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("data: one");
                // The answer time-out of this test is one second.
                assertThat(first.await(1500, TimeUnit.MILLISECONDS)).isFalse();
                first.countDown();
                assertThat(lines.readLine()).isEmpty();
                assertThat(lines.readLine()).isEqualTo("data: two");
            }
        }
    }

    @Test
    void thereIsNoOtherApi() {
        Browser client = new Browser(console.running);

        assertProblem(client.get("/api/v2/programmes", "Authorization", BEARER), 404, "unknown-path");
        assertProblem(client.get("/api/v1/a%2Fb", "Authorization", BEARER), 400, "malformed-url");
    }

    private static HttpRequest.Builder chunked(Browser client, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return client.request("/api/v1/simulations", "Authorization", BEARER)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("The test has forgotten this answer.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).path("type").asString()).isEqualTo("https://talentpipeline.dev/problems/" + type);
        assertThat(json(response).path("status").asInt()).isEqualTo(status);
    }
}
