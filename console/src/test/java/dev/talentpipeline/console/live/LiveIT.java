package dev.talentpipeline.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service tells arrives at a page as it is told, with the session's rights, and for no longer than the session. */
class LiveIT {

    private static final String STREAM = "/live/programmes/spring";
    private static final String FIRST = "event: offers\nid: 7\ndata: {\"id\":\"o-1\",\"version\":2}\n\n";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static StubService internship;
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        internship = new StubService();
        console = RunningConsole.start(
                "console_pages",
                RunningConsole.accountsFile(RunningConsole.ACCOUNTS),
                "talentpipeline.services.internship=" + internship.url(),
                "talentpipeline.services.notification=" + internship.url());
    }

    @AfterAll
    static void stop() {
        console.close();
        internship.close();
    }

    @Test
    void aPageIsToldWithTheRightsOfItsSessionAndNoTokenReachesIt() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        tells(seen);
        Browser li = signedIn();

        HttpResponse<InputStream> stream = follow(li, STREAM + "?since=2027-03-01T08:00:00Z", "Last-Event-ID", "6");

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(stream.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(stream.headers().map()).doesNotContainKey("authorization");
        try (BufferedReader lines = lines(stream)) {
            assertThat(lines.readLine()).isEqualTo("event: offers");
            assertThat(lines.readLine()).isEqualTo("id: 7");
            seen.countDown();
        }
        StubService.Asked asked = internship.lastAsked();
        assertThat(asked.uri()).isEqualTo("/api/v1/programmes/spring/changes?since=2027-03-01T08%3A00%3A00Z");
        assertThat(asked.header("Last-Event-ID")).hasValue("6");
        String token = asked.header("Authorization").orElseThrow().substring("Bearer ".length());
        assertThat(Browser.claims(token).path("org").asString()).isEqualTo("beida");
    }

    @Test
    void anInboxIsFollowedAsAProgrammeIs() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        tells(seen);

        HttpResponse<InputStream> stream =
                follow(signedIn(), "/live/notices?after=2027-03-01T08:00:00Z", "Last-Event-ID", "2027-03-01T08:00:05Z");

        try (BufferedReader lines = lines(stream)) {
            assertThat(lines.readLine()).isEqualTo("event: offers");
            seen.countDown();
        }
        StubService.Asked asked = internship.lastAsked();
        assertThat(asked.uri()).isEqualTo("/api/v1/notices/stream?after=2027-03-01T08%3A00%3A00Z");
        assertThat(asked.header("Last-Event-ID")).hasValue("2027-03-01T08:00:05Z");
        assertThat(new Browser(console).get("/live/notices").statusCode()).isEqualTo(401);
    }

    @Test
    void aStreamEndsWhenItsSessionSignsOut() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        tells(never);
        Browser li = signedIn();
        try (BufferedReader lines = lines(follow(li, STREAM))) {
            assertThat(lines.readLine()).isEqualTo("event: offers");

            li.submit("/sign-out", li.get("/account").body(), Map.of());

            await().atMost(Duration.ofSeconds(3)).until(() -> lines.readLine() == null);
        }
        never.countDown();
        assertThat(li.get(STREAM).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverIsNotSignedInIsToldNothingAndNotLedAway() {
        HttpResponse<String> response = new Browser(console).get(STREAM, "Accept", "text/event-stream");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429})
    void whatTheServiceRefusesIsRefused(int status) throws Exception {
        internship.answers(status, "application/problem+json", "{\"detail\":\"no\"}");

        HttpResponse<InputStream> response = follow(signedIn(), STREAM);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body().readAllBytes()).isEmpty();
    }

    private static void tells(CountDownLatch over) {
        internship.answers(exchange -> {
            if (!exchange.getRequestURI().getPath().matches(".*/(changes|notices/stream)")) {
                StubService.answer(exchange, 200, "application/json", "{\"items\":[],\"next\":null}");
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(FIRST.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            reached(over);
            exchange.close();
        });
    }

    private static void reached(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Browser signedIn() {
        Browser li = new Browser(console);
        li.signIn("li", "li-password");
        return li;
    }

    private static HttpResponse<InputStream> follow(Browser browser, String path, String... headers) throws Exception {
        String cookie = browser.cookie("TALENTPIPELINE").orElseThrow().toString();
        return HTTP.send(browser.request(path, headers).header("Cookie", cookie).build(), BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> stream) {
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }
}
