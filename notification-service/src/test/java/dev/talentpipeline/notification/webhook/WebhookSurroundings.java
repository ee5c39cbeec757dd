package dev.talentpipeline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.notification.brake.Brake;
import dev.talentpipeline.notification.brake.Outlet;
import dev.talentpipeline.notification.brake.SettingBrakes;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.webhook.Endpoint.Address;
import dev.talentpipeline.notification.webhook.Endpoint.Disabling;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import dev.talentpipeline.notification.webhook.KeepingMessages.Logged;
import dev.talentpipeline.notification.webhook.http.Outside;
import dev.talentpipeline.stack.MailServer;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over real HTTPS to the systems of organisations; the application's own postman is at rest, so that time is the test's. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class WebhookSurroundings {

    static final Duration SOON = Duration.ofSeconds(20);
    static final Duration LEASE = Duration.ofSeconds(30);
    static final MailServer MAIL = MailServer.start();
    static final TestTokens TOKENS = TestTokens.shared();
    static final Outside OUTSIDE = new Outside(Duration.ofMillis(700));

    final String company = "company-" + UUID.randomUUID();
    final String university = "uni-" + UUID.randomUUID();
    final AdjustableClock clock = new AdjustableClock();
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    Postman applications;

    @Autowired
    KeepingEndpoints endpoints;

    @Autowired
    KeepingMessages log;

    @Autowired
    TellingSystems systems;

    @Autowired
    Outgoing outgoing;

    @Autowired
    SettingBrakes brakes;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
    }

    /** The first request of a process takes longer than any target is given here. */
    @BeforeAll
    static void makeTheFirstRequest() {
        await().atMost(SOON)
                .until(() -> OUTSIDE.targets().post(OUTSIDE.good("/first"), Map.of(), "{}") instanceof Reply.Answered);
    }

    @BeforeEach
    void restTheApplicationsPostman() {
        applications.stop();
    }

    @AfterEach
    void removeAll() {
        threads.shutdown();
        jdbc.sql("delete from webhook_endpoints").update();
        brake(false, null);
    }

    /** Sends until nothing is due and nothing under way. */
    void deliver() {
        SendingMessages sending = sending(outgoing);
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> claims() == 0 && !sending.sendNext());
    }

    SendingMessages sending(Outgoing out) {
        return sending(
                out,
                new SendingMessages.Rules(Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofDays(5), LEASE, 16),
                threads,
                () -> {});
    }

    SendingMessages sending(Outgoing out, SendingMessages.Rules rules, ExecutorService on, Runnable afterwards) {
        return new SendingMessages(
                out,
                OUTSIDE.targets(),
                rules,
                on,
                (reply, state) -> {},
                Tracing.unseen(),
                afterwards,
                UUID::randomUUID,
                clock,
                new Random(7));
    }

    int claims() {
        return jdbc.sql("select count(*) from webhook_endpoints where claimed_until > :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    UUID added(String organisation, URI url, EndpointKind kind) {
        return added(organisation, new Address(url, kind, Language.ZH, null));
    }

    UUID added(String organisation, Address address) {
        return transaction.execute(status -> switch (endpoints.add(organisation, address)) {
            case Outcome.Done<KeepingEndpoints.Opened>(var opened) ->
                opened.endpoint().id();
            case Outcome<KeepingEndpoints.Opened> refused -> throw new AssertionError(refused);
        });
    }

    /** An offer of this test's company and university is extended, in this version. */
    void happens(long version) {
        happens(version, university, company);
    }

    void happens(long version, String ofUniversity, String ofCompany) {
        transaction.executeWithoutResult(status -> systems.happened(new Happening(
                "offer.extended",
                new Subject(
                        Kind.OFFER, "o-1", version, "EXTENDED", "p-1", "s-1", "i-1", person(), ofUniversity, ofCompany),
                clock.instant())));
    }

    void brake(boolean paused, @Nullable Integer perMinute) {
        transaction.executeWithoutResult(status ->
                brakes.set(new Brake(Outlet.WEBHOOK, paused, perMinute), version -> true, "operations", null));
    }

    String person() {
        return "person-of-" + company;
    }

    List<Logged> logOf(UUID id) {
        return log.page(null, id, null, null, 50).orElseThrow();
    }

    Attempt onlyAttempt(UUID id) {
        List<Logged> logged = logOf(id);
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().attempts()).hasSize(1);
        return logged.getFirst().attempts().getFirst();
    }

    @Nullable Disabling disabling(UUID id) {
        return endpoints.find(null, id).orElseThrow().disabled();
    }

    static String path(String beginning) {
        return beginning + "-" + UUID.randomUUID();
    }

    static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    record Answer(int status, @Nullable String tag, JsonNode body) {}

    Answer call(String token, String method, String path, @Nullable Object body) {
        return call(token, method, path, body, Map.of());
    }

    Answer call(String token, String method, String path, @Nullable Object body, Map<String, String> headers) {
        var request = RestClient.create()
                .method(HttpMethod.valueOf(method))
                .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/webhooks" + path))
                .header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .body(JsonMapper.shared().writeValueAsString(body));
        }
        return request.exchange((sent, response) -> {
            String text = new String(response.getBody().readAllBytes(), UTF_8);
            return new Answer(
                    response.getStatusCode().value(),
                    response.getHeaders().getETag(),
                    read(text.isEmpty() ? "{}" : text));
        });
    }

    /** The real time, put forward. */
    static final class AdjustableClock extends Clock {

        // A little ahead, so that whatever the application makes now is due.
        private Duration ahead = Duration.ofSeconds(1);

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }
    }
}
