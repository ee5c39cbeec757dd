package dev.talentpipeline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.EventFixture;
import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.notification.brake.Brake;
import dev.talentpipeline.notification.brake.Outlet;
import dev.talentpipeline.notification.brake.SettingBrakes;
import dev.talentpipeline.notification.contact.KeepingContacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.webhook.Endpoint.Address;
import dev.talentpipeline.notification.webhook.Endpoint.Disabling;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import dev.talentpipeline.notification.webhook.KeepingMessages.Logged;
import dev.talentpipeline.notification.webhook.Reply.Trouble;
import dev.talentpipeline.notification.webhook.http.Outside;
import dev.talentpipeline.notification.webhook.http.Outside.Received;
import dev.talentpipeline.stack.MailServer;
import java.io.IOException;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/** From events to the systems of organisations, over real HTTPS; the application's own postman is at rest, so that time is the test's. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class WebhookIT {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookIT.class);

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final MailServer MAIL = MailServer.start();
    private static final TestTokens TOKENS = TestTokens.shared();
    private static final Outside OUTSIDE = new Outside(Duration.ofMillis(700));

    private final String company = "company-" + UUID.randomUUID();
    private final String university = "uni-" + UUID.randomUUID();
    private final AdjustableClock clock = new AdjustableClock();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    private Postman applications;

    @Autowired
    private KeepingEndpoints endpoints;

    @Autowired
    private KeepingMessages log;

    @Autowired
    private Messages messages;

    @Autowired
    private TellingSystems systems;

    @Autowired
    private KeepingContacts contacts;

    @Autowired
    private Outgoing outgoing;

    @Autowired
    private SettingBrakes brakes;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
    }

    @AfterAll
    static void close() throws IOException {
        MAIL.close();
        OUTSIDE.close();
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

    @Test
    void anEventReachesACompanysSystemOnceAndSigned() {
        String token = TOKENS.token(Role.COMPANY, "Xingchen AI");
        String path = path("/ok");
        Answer added = call(token, "POST", "", Map.of("url", OUTSIDE.good(path).toString()));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.tag()).isEqualTo("\"1\"");
        UUID id = UUID.fromString(added.body().get("id").asString());
        var student = EventFixture.fresh();
        student.publishOffer(1, OfferState.REJECTED);
        student.publishOffer(2, OfferState.EXTENDED);
        student.publishOffer(2, OfferState.EXTENDED);
        student.publishOffer(3, OfferState.EXTENDED);
        student.publishOffer(4, OfferState.ACCEPTED);
        student.publishPlacement(1, PlacementState.AGREED, null);
        await().atMost(SOON).until(() -> logOf(id).size() == 3);

        deliver();

        assertThat(OUTSIDE.received(path).stream()
                        .map(received -> read(received.body()).get("type").asString()))
                .containsExactlyInAnyOrder("offer.extended", "offer.accepted", "placement.agreed");
        Received received = OUTSIDE.received(path).stream()
                .filter(each -> each.body().contains("offer.extended"))
                .findFirst()
                .orElseThrow();
        assertThat(read(received.body())).isEqualTo(read("""
                        {"type": "offer.extended", "timestamp": "2026-11-24T02:00:00Z", "data": {"programme": "%s", "offer": "%s",
                         "version": 2, "state": "EXTENDED", "student": "student-%s", "internship": "%s", "university": "uni-1",
                         "company": "Xingchen AI"}}
                        """.formatted(
                        student.programmeId(), student.offerId(), student.personId(), student.internshipId())));
        String secret = call(token, "GET", "/" + id + "/secrets", null)
                .body()
                .at("/items/0/secret")
                .asString();
        assertThat(secret).startsWith("whsec_");
        var receiver = new Receiver(secret);
        assertThat(receiver.takes(received, received.body() + " ")).isFalse();
        assertThat(receiver.takes(received)).isTrue();
        assertThat(receiver.takes(received)).isFalse();
        assertThat(logOf(id)).allSatisfy(logged -> {
            assertThat(logged.message().state()).isEqualTo(Message.State.DELIVERED);
            assertThat(logged.attempts())
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.answer()).isEqualTo("taken"));
        });
    }

    @Test
    void aRequestOfMinutesAgoIsRefusedByWhoeverGetsItNow() {
        String token = TOKENS.token(Role.COMPANY, company);
        String path = path("/ok");
        UUID id = added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        String secret = call(token, "GET", "/" + id + "/secrets", null)
                .body()
                .at("/items/0/secret")
                .asString();
        jdbc.sql("update webhook_endpoints set not_before = not_before - interval '1 hour'")
                .update();
        happens(1);
        jdbc.sql("update webhook_messages set next_attempt_at = next_attempt_at - interval '1 hour'")
                .update();
        clock.advance(Duration.ofMinutes(-6));
        deliver();
        clock.advance(Duration.ofMinutes(6));
        happens(2);
        deliver();

        Receiver receiver = new Receiver(secret);
        assertThat(OUTSIDE.received(path).stream().map(received -> receiver.isVerified(received, received.body())))
                .containsExactly(false, true);
    }

    @Test
    void theTroubleOfOneIsNoOthersAndIsToldInItsLog() {
        Map<String, URI> targets = Map.of(
                "good", OUTSIDE.good(path("/ok")),
                "hang", OUTSIDE.good(path("/hang")),
                "drip", OUTSIDE.good(path("/drip")),
                "500", OUTSIDE.good(path("/500")),
                "redirect", OUTSIDE.good(path("/redirect")),
                "strange", OUTSIDE.strange(path("/ok")),
                "inside", OUTSIDE.inside(path("/ok")),
                "unknown", OUTSIDE.unknown());
        Map<String, UUID> ids = targets.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, target -> added(company, target.getValue(), EndpointKind.STANDARD)));

        happens(1);
        happens(1);
        deliver();

        assertThat(onlyAttempt(ids.get("good")).status()).isEqualTo(200);
        assertThat(onlyAttempt(ids.get("hang")).trouble()).isEqualTo(Trouble.TIMEOUT);
        assertThat(onlyAttempt(ids.get("hang")).durationMs()).isBetween(600, 10_000);
        assertThat(onlyAttempt(ids.get("drip")).trouble()).isEqualTo(Trouble.TIMEOUT);
        assertThat(onlyAttempt(ids.get("500")).status()).isEqualTo(500);
        assertThat(onlyAttempt(ids.get("500")).answer()).isEqualTo("x".repeat(500));
        assertThat(onlyAttempt(ids.get("redirect")).status()).isEqualTo(302);
        assertThat(onlyAttempt(ids.get("strange")).trouble()).isEqualTo(Trouble.CERTIFICATE);
        assertThat(onlyAttempt(ids.get("inside")).trouble()).isEqualTo(Trouble.INTERNAL_ADDRESS);
        assertThat(onlyAttempt(ids.get("unknown")).trouble()).isEqualTo(Trouble.UNKNOWN_HOST);
        assertThat(OUTSIDE.received("/redirected")).isEmpty();
        assertThat(OUTSIDE.received(targets.get("strange").getPath())).isEmpty();
        assertThat(OUTSIDE.received(targets.get("inside").getPath())).isEmpty();
        assertThat(OUTSIDE.received(targets.get("good").getPath())).hasSize(1);
        assertThat(logOf(ids.get("good")).getFirst().message().state()).isEqualTo(Message.State.DELIVERED);
        assertThat(logOf(ids.get("500")).getFirst().message().state()).isEqualTo(Message.State.PENDING);
    }

    @Test
    void badOnesDoNotSlowAGoodOne() {
        String path = path("/ok");
        String others = "company-" + UUID.randomUUID();
        added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
        var rules =
                new SendingMessages.Rules(Duration.ofSeconds(5), Duration.ofHours(6), Duration.ofDays(5), LEASE, 64);
        Postman postman =
                new Postman(own, Duration.ofMillis(500), afterwards -> sending(outgoing, rules, own, afterwards));
        postman.start();
        try {
            Duration without = Duration.ZERO;
            Duration with = Duration.ofDays(1);
            Map<String, UUID> bad = Map.of();
            // What slows the machine by chance does not do so three times just when the bad ones are there.
            for (int round = 0; round < 3 && with.compareTo(bound(without)) > 0; round++) {
                bad.values().forEach(id -> remove(others, id));
                without = slowestButOneInAHundred(path, 10_000 * round, () -> {});
                bad = Map.of(
                        "hang", added(others, OUTSIDE.good(path("/hang")), EndpointKind.STANDARD),
                        "500", added(others, OUTSIDE.good(path("/500")), EndpointKind.STANDARD),
                        "strange", added(others, OUTSIDE.strange(path("/ok")), EndpointKind.STANDARD),
                        "redirect", added(others, OUTSIDE.good(path("/redirect")), EndpointKind.STANDARD),
                        "hang too", added(others, OUTSIDE.good(path("/hang")), EndpointKind.STANDARD),
                        "drip", added(others, OUTSIDE.good(path("/drip")), EndpointKind.STANDARD),
                        "inside", added(others, OUTSIDE.inside(path("/ok")), EndpointKind.STANDARD),
                        "unknown", added(others, OUTSIDE.unknown(), EndpointKind.STANDARD));
                var versions = new AtomicLong();
                with = slowestButOneInAHundred(
                        path, 10_000 * round + 5_000, () -> happens(versions.incrementAndGet(), others, others));
                LOG.info("p99 of a good target: {}, beside 8 bad ones {}", without, with);
            }

            assertThat(with)
                    .as("p99 beside 8 bad targets, which alone is %s", without)
                    .isLessThanOrEqualTo(bound(without));
            assertThat(firstAttempt(bad.get("hang")).trouble()).isEqualTo(Trouble.TIMEOUT);
            assertThat(firstAttempt(bad.get("500")).status()).isEqualTo(500);
            assertThat(firstAttempt(bad.get("strange")).trouble()).isEqualTo(Trouble.CERTIFICATE);
            assertThat(firstAttempt(bad.get("redirect")).status()).isEqualTo(302);
            assertThat(OUTSIDE.received("/redirected")).isEmpty();
        } finally {
            postman.stop();
        }
    }

    @Test
    void oneThatAsksForTimeGetsIt() {
        UUID id = added(company, OUTSIDE.good(path("/429")), EndpointKind.STANDARD);
        happens(1);
        deliver();
        happens(2);
        clock.advance(Duration.ofMinutes(59));
        deliver();
        assertThat(logOf(id)).extracting(logged -> logged.attempts().size()).containsExactly(0, 1);

        clock.advance(Duration.ofMinutes(2));
        deliver();

        assertThat(logOf(id).stream()
                        .mapToInt(logged -> logged.attempts().size())
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void whatOperationsPausesWaitsAndIsThenTriedAsIfItWereNew() {
        String path = path("/500");
        UUID id = added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        brake(true, null);
        happens(1);
        deliver();
        assertThat(OUTSIDE.received(path)).isEmpty();
        jdbc.sql("update webhook_messages set tried_since = tried_since - interval '6 days'")
                .update();

        brake(false, null);
        deliver();

        assertThat(OUTSIDE.received(path)).hasSize(1);
        assertThat(logOf(id).getFirst().message().state()).isEqualTo(Message.State.PENDING);
    }

    @Test
    void noMoreThanOperationsAllowsLeaveInAMinute() {
        String path = path("/ok");
        added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        brake(false, 6);
        for (int version = 1; version <= 3; version++) {
            happens(version);
        }

        deliver();
        assertThat(OUTSIDE.received(path)).hasSize(1);
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofSeconds(10));
            deliver();
        }

        assertThat(OUTSIDE.received(path)).hasSize(6);
    }

    @Test
    void aCrashBetweenSendingAndSettlingSendsTheSameIdAgain() throws InterruptedException {
        String path = path("/ok");
        UUID id = added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        happens(1);
        SendingMessages crashing = sending(new Outgoing() {
            @Override
            public Optional<Claim> claim(UUID token, Instant now, Instant until) {
                return outgoing.claim(token, now, until);
            }

            @Override
            public boolean settle(Claim claim, Settlement settlement) {
                throw new IllegalStateException("The power is cut.");
            }
        });

        assertThat(crashing.sendNext()).isTrue();
        await().atMost(SOON).until(() -> OUTSIDE.received(path).size() == 1);
        assertThat(sending(outgoing).sendNext()).isFalse();
        clock.advance(LEASE);
        deliver();

        assertThat(OUTSIDE.received(path)).hasSize(2);
        assertThat(OUTSIDE.received(path).stream().map(Received::id).distinct())
                .containsExactly(logOf(id).getFirst().message().id().toString());
        assertThat(logOf(id).getFirst().message().state()).isEqualTo(Message.State.DELIVERED);
    }

    @Test
    void anEndpointThatFailsForDaysIsDisabledUntilItsOrganisationEnablesIt() {
        String token = TOKENS.token(Role.COMPANY, company);
        UUID id = added(company, OUTSIDE.good(path("/500")), EndpointKind.STANDARD);
        happens(1);
        Instant began = clock.instant();
        while (disabling(id) == null && clock.instant().isBefore(began.plus(Duration.ofDays(6)))) {
            deliver();
            clock.advance(Duration.ofHours(6));
        }

        assertThat(disabling(id)).isEqualTo(Disabling.FAILING);
        assertThat(Duration.between(began, clock.instant()))
                .isBetween(Duration.ofDays(5), Duration.ofDays(5).plusHours(12));
        Logged given = logOf(id).getFirst();
        assertThat(given.message().state()).isEqualTo(Message.State.FAILED);
        assertThat(given.attempts()).hasSizeBetween(20, 22);
        Answer shown = call(token, "GET", "/" + id, null);
        assertThat(shown.body().get("state").asString()).isEqualTo("DISABLED");
        assertThat(shown.body().get("disabledBecause").asString()).isEqualTo("FAILING");
        happens(2);
        assertThat(logOf(id)).hasSize(1);
        Answer refused = call(token, "POST", "/" + id + "/tests", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asString()).endsWith("/webhook-disabled");

        String path = path("/ok");
        Map<String, Object> mended = Map.of("url", OUTSIDE.good(path).toString());
        assertThat(call(token, "PUT", "/" + id, mended, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(call(token, "PUT", "/" + id, mended, Map.of("If-Match", shown.tag()))
                        .status())
                .isEqualTo(200);
        Answer enabled = call(token, "POST", "/" + id + "/state", Map.of("state", "ENABLED"));
        assertThat(enabled.body().get("disabledBecause").isNull()).isTrue();
        Answer resent =
                call(token, "POST", "/" + id + "/messages/" + given.message().id() + "/resends", null);
        assertThat(resent.status()).isEqualTo(202);
        deliver();

        assertThat(OUTSIDE.received(path))
                .singleElement()
                .satisfies(received ->
                        assertThat(received.id()).isEqualTo(given.message().id().toString()));
    }

    @Test
    void oneThatSaysThatItIsGoneIsDisabledAtOnce() {
        UUID id = added(company, OUTSIDE.good(path("/410")), EndpointKind.STANDARD);
        happens(1);

        deliver();

        assertThat(disabling(id)).isEqualTo(Disabling.GONE);
        assertThat(logOf(id).getFirst().message().state()).isEqualTo(Message.State.FAILED);
    }

    @Test
    void aSecretSignsForADayBesideTheNextOneAndTheOneBeforeItNoMore() {
        String token = TOKENS.token(Role.UNIVERSITY, university);
        String path = path("/ok");
        UUID id = added(university, OUTSIDE.good(path), EndpointKind.STANDARD);
        call(token, "POST", "/" + id + "/secrets", null);
        JsonNode secrets =
                call(token, "POST", "/" + id + "/secrets", null).body().get("items");
        assertThat(secrets).hasSize(2);
        assertThat(call(token, "POST", "/" + id + "/tests", null).status()).isEqualTo(202);
        deliver();
        jdbc.sql("update webhook_secrets set expires_at = expires_at - interval '25 hours'")
                .update();
        call(token, "POST", "/" + id + "/tests", null);
        deliver();

        Received first = OUTSIDE.received(path).getFirst();
        Received later = OUTSIDE.received(path).getLast();
        assertThat(read(first.body()).get("type").asString()).isEqualTo("webhook.test");
        assertThat(later.id()).isNotEqualTo(first.id());
        assertThat(secrets.valueStream()
                        .map(secret -> new Receiver(secret.get("secret").asString()))
                        .map(receiver -> List.of(receiver.takes(first), receiver.takes(later))))
                .containsExactly(List.of(true, false), List.of(true, true));
    }

    @Test
    void robotsAreWrittenToInWordsAndHaveTakenWhatTheySayTheyTook() {
        String path = path("/robot");
        UUID english = added(company, new Address(OUTSIDE.good(path), EndpointKind.DINGTALK, Language.EN, "SECa1b2c3"));
        String full = path("/robot-full");
        UUID chinese = added(company, OUTSIDE.good(full), EndpointKind.WECOM);
        happens(1);

        deliver();

        assertThat(logOf(english).getFirst().message().state()).isEqualTo(Message.State.DELIVERED);
        assertThat(logOf(chinese).getFirst().message().state()).isEqualTo(Message.State.PENDING);
        assertThat(read(OUTSIDE.received(path).getFirst().body())).isEqualTo(read("""
                                {"msgtype": "text", "text": {"content": "Talent Pipeline: offer o-1 in programme p-1: extended"}}
                                """));
        assertThat(read(OUTSIDE.received(full).getFirst().body())
                        .at("/text/content")
                        .asString())
                .isEqualTo("Talent Pipeline：项目 p-1 的录用意向 o-1：已发出");
        assertThat(OUTSIDE.received(full).getFirst().signature()).isNull();
        assertThat(OUTSIDE.received(full).getFirst().query()).isNull();
        assertThat(OUTSIDE.received(path).getFirst().query()).matches("timestamp=\\d{13}&sign=[\\w%.*-]{44,}");
    }

    @Test
    void anOrganisationSeesItsOwnOnlyAndOperationsReads() {
        UUID id = added(company, OUTSIDE.good(path("/robot") + "?key=hidden"), EndpointKind.WECOM);
        String other = TOKENS.token(Role.COMPANY, "company-" + UUID.randomUUID());
        String message = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("url", "https://example.org/");

        for (String path : List.of("/" + id, "/" + id + "/messages", "/" + id + "/secrets", "/nonsense")) {
            assertThat(call(other, "GET", path, null).status()).as(path).isEqualTo(404);
        }
        assertThat(call(other, "PUT", "/" + id, body).status()).isEqualTo(404);
        assertThat(call(other, "DELETE", "/" + id, null).status()).isEqualTo(404);
        for (String path : List.of("/tests", "/secrets", "/messages/" + message + "/resends")) {
            assertThat(call(other, "POST", "/" + id + path, null).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(call(other, "GET", "", null).body().get("items")).isEmpty();
        for (String token : List.of(
                TOKENS.token(Role.STUDENT, company, UUID.randomUUID().toString()),
                TOKENS.schoolToken(university, "informatics"))) {
            assertThat(call(token, "GET", "", null).status()).isEqualTo(403);
            assertThat(call(token, "POST", "", body).status()).isEqualTo(403);
        }
        String operations = TOKENS.token(Role.OPERATIONS, "operations");
        Answer seen = call(operations, "GET", "/" + id, null);
        assertThat(seen.body().get("organisation").asString()).isEqualTo(company);
        assertThat(seen.body().get("url").asString()).contains("/robot-").doesNotContain("hidden");
        assertThat(call(operations, "GET", "/" + id + "/messages", null).status())
                .isEqualTo(200);
        assertThat(call(operations, "GET", "/" + id + "/secrets", null).status())
                .isEqualTo(403);
        assertThat(call(operations, "DELETE", "/" + id, null).status()).isEqualTo(403);
        String own = TOKENS.token(Role.COMPANY, company);
        assertThat(call(own, "GET", "/" + id, null).body().get("url").asString())
                .contains("hidden");
        assertThat(call(own, "DELETE", "/" + id, null).status()).isEqualTo(204);
        assertThat(call(own, "GET", "/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void addressesThatWillNotDoAreRefusedAndSoIsOneTooMany() {
        String token = TOKENS.token(Role.COMPANY, company);
        for (String url : List.of(
                "http://example.org/", "https://me:word@example.org/", "https:///path", "ftp://example.org/", "no")) {
            Answer refused = call(token, "POST", "", Map.of("url", url, "kind", "PIGEON"));
            assertThat(refused.status()).as(url).isEqualTo(400);
            assertThat(refused.body().get("errors")).hasSize(2);
        }
        for (int i = 0; i < 10; i++) {
            added(company, OUTSIDE.good(path("/ok")), EndpointKind.STANDARD);
        }
        Answer refused = call(token, "POST", "", Map.of("url", "https://example.org/"));
        assertThat(refused.body().get("type").asString()).endsWith("/too-many-webhooks");
    }

    @Test
    void theLogTurnsPagesAndForgetsWhatIsOldAndWhatWasAnsweredAboutTheErased() {
        String token = TOKENS.token(Role.COMPANY, company);
        UUID id = added(company, OUTSIDE.good(path("/ok")), EndpointKind.STANDARD);
        for (int version = 1; version <= 3; version++) {
            happens(version);
        }
        deliver();
        Answer first = call(token, "GET", "/" + id + "/messages?limit=2&state=DELIVERED", null);
        assertThat(first.body().get("items")).hasSize(2);
        assertThat(first.body().at("/items/0/attempts/0/answer").asString()).isEqualTo("taken");
        Answer second = call(
                token,
                "GET",
                "/" + id + "/messages?limit=2&cursor="
                        + first.body().get("next").asString(),
                null);
        assertThat(second.body().get("items")).hasSize(1);
        assertThat(second.body().get("next").isNull()).isTrue();

        transaction.executeWithoutResult(status -> contacts.erased(person()));
        happens(4);
        deliver();

        assertThat(logOf(id))
                .hasSize(4)
                .allSatisfy(logged ->
                        assertThat(logged.attempts().getFirst().answer()).isNull());
        transaction.executeWithoutResult(
                status -> messages.forgetSettledBefore(clock.instant().plusSeconds(60)));
        assertThat(logOf(id)).isEmpty();
    }

    @Test
    void webhooksAndTheirLogsAreFilesForWhoeverMayReadThem() {
        UUID id = added(company, OUTSIDE.good(path("/robot") + "?key=hidden"), EndpointKind.WECOM);
        happens(1);
        String own = TOKENS.token(Role.COMPANY, company);
        String operations = TOKENS.token(Role.OPERATIONS, "operations");
        String other = TOKENS.token(Role.COMPANY, "company-" + UUID.randomUUID());
        String webhooks = "?format=CSV&language=en&fields=id,kind,url";
        String sent = "/" + id + "/messages?format=CSV&language=zh&fields=type,subject,state";

        assertThat(file(own, webhooks))
                .startsWith("\uFEFFID,Kind,Url\r\n" + id + ",WECOM,https://")
                .contains("key=hidden");
        assertThat(file(operations, webhooks)).contains(id.toString()).doesNotContain("hidden");
        assertThat(file(other, webhooks)).doesNotContain(id.toString());
        assertThat(file(own, sent))
                .isEqualTo(file(operations, sent))
                .isEqualTo("\uFEFF消息类型,所涉记录,状态\r\noffer.extended,o-1,PENDING\r\n");
        assertThat(call(other, "GET", sent, null).status()).isEqualTo(404);
    }

    @Test
    void aRequestThatIsSentAgainUnderItsKeyAddsNothing() {
        String token = TOKENS.token(Role.COMPANY, company);
        Map<String, Object> body = Map.of("url", "https://hooks.example.org/");
        String key = UUID.randomUUID().toString();

        Answer first = call(token, "POST", "", body, Map.of("Idempotency-Key", key));
        Answer again = call(token, "POST", "", body, Map.of("Idempotency-Key", key));
        Answer another = call(
                token,
                "POST",
                "/" + first.body().get("id").asString() + "/tests",
                null,
                Map.of("Idempotency-Key", key));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(another.body().get("type").asString()).endsWith("/idempotency-key-reused");
        assertThat(call(token, "GET", "", null).body().get("items")).hasSize(1);
        assertThat(call(token, "POST", "", body, Map.of("If-Match", "\"1\"")).status())
                .isEqualTo(400);
        assertThat(call(token, "POST", "", body, Map.of("Idempotency-Key", "with a blank"))
                        .status())
                .isEqualTo(400);
    }

    /** Sends until nothing is due and nothing under way. */
    private void deliver() {
        SendingMessages sending = sending(outgoing);
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> claims() == 0 && !sending.sendNext());
    }

    /** A tenth more, and what two measurements of the same differ by: a part of the wait between two looks, and of the machine. */
    private static Duration bound(Duration without) {
        return without.multipliedBy(11).dividedBy(10).plusMillis(50);
    }

    /** 100 events, 25 ms apart, and of others one beside every fourth: within which time after it was written down 99 of them are there. */
    private Duration slowestButOneInAHundred(String path, int firstVersion, Runnable ofOthers) {
        int events = 100;
        Map<Long, Long> committedNanos = new ConcurrentHashMap<>();
        var versions = new AtomicLong(firstVersion);
        int before = OUTSIDE.received(path).size();
        try (var feeder = Executors.newScheduledThreadPool(2)) {
            feeder.scheduleAtFixedRate(
                    () -> {
                        long version = versions.getAndIncrement();
                        if (version < firstVersion + events) {
                            happens(version);
                            committedNanos.put(version, System.nanoTime());
                        }
                    },
                    0,
                    25,
                    TimeUnit.MILLISECONDS);
            feeder.scheduleAtFixedRate(ofOthers, 0, 100, TimeUnit.MILLISECONDS);
            await().atMost(SOON).until(() -> OUTSIDE.received(path).size() == before + events);
        }
        List<Long> waitsNanos = versionsAt(path, firstVersion)
                .map(arrived -> arrived.getValue() - committedNanos.get(arrived.getKey()))
                .sorted()
                .toList();
        return Duration.ofNanos(waitsNanos.get(events - 2));
    }

    private static Stream<Map.Entry<Long, Long>> versionsAt(String path, int firstVersion) {
        return OUTSIDE.received(path).stream()
                .map(received ->
                        Map.entry(read(received.body()).at("/data/version").asLong(), received.arrivedNanos()))
                .filter(arrived -> arrived.getKey() >= firstVersion);
    }

    private Attempt firstAttempt(UUID id) {
        return await().atMost(SOON)
                .until(
                        () -> logOf(id).stream()
                                .flatMap(logged -> logged.attempts().stream())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private SendingMessages sending(Outgoing out) {
        return sending(
                out,
                new SendingMessages.Rules(Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofDays(5), LEASE, 16),
                threads,
                () -> {});
    }

    private SendingMessages sending(
            Outgoing out, SendingMessages.Rules rules, ExecutorService on, Runnable afterwards) {
        return new SendingMessages(
                out,
                OUTSIDE.targets(),
                rules,
                on,
                (reply, state) -> {},
                afterwards,
                UUID::randomUUID,
                clock,
                new Random(7));
    }

    private int claims() {
        return jdbc.sql("select count(*) from webhook_endpoints where claimed_until > :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private UUID added(String organisation, URI url, EndpointKind kind) {
        return added(organisation, new Address(url, kind, Language.ZH, null));
    }

    private UUID added(String organisation, Address address) {
        return transaction.execute(status -> switch (endpoints.add(organisation, address)) {
            case Outcome.Done<KeepingEndpoints.Opened>(var opened) ->
                opened.endpoint().id();
            case Outcome<KeepingEndpoints.Opened> refused -> throw new AssertionError(refused);
        });
    }

    /** An offer of this test's company and university is extended, in this version. */
    private void happens(long version) {
        happens(version, university, company);
    }

    private void happens(long version, String ofUniversity, String ofCompany) {
        transaction.executeWithoutResult(status -> systems.happened(new Happening(
                "offer.extended",
                new Subject(
                        Kind.OFFER, "o-1", version, "EXTENDED", "p-1", "s-1", "i-1", person(), ofUniversity, ofCompany),
                clock.instant())));
    }

    private void remove(String organisation, UUID id) {
        transaction.executeWithoutResult(status -> endpoints.remove(organisation, id, version -> true));
    }

    private void brake(boolean paused, @Nullable Integer perMinute) {
        transaction.executeWithoutResult(
                status -> brakes.set(new Brake(Outlet.WEBHOOK, paused, perMinute), "operations", null));
    }

    private String person() {
        return "person-of-" + company;
    }

    private List<Logged> logOf(UUID id) {
        return log.page(null, id, null, null, 50).orElseThrow();
    }

    private Attempt onlyAttempt(UUID id) {
        List<Logged> logged = logOf(id);
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().attempts()).hasSize(1);
        return logged.getFirst().attempts().getFirst();
    }

    private @Nullable Disabling disabling(UUID id) {
        return endpoints.find(null, id).orElseThrow().disabled();
    }

    private static String path(String beginning) {
        return beginning + "-" + UUID.randomUUID();
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private @Nullable String file(String token, String path) {
        return RestClient.create()
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/webhooks" + path))
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .body(String.class);
    }

    private record Answer(int status, @Nullable String tag, JsonNode body) {}

    private Answer call(String token, String method, String path, @Nullable Object body) {
        return call(token, method, path, body, Map.of());
    }

    private Answer call(String token, String method, String path, @Nullable Object body, Map<String, String> headers) {
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
    private static final class AdjustableClock extends Clock {

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
