package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.notification.webhook.Reply.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Targets in trouble, and those beside them. */
class WebhookTroubleIT extends WebhookSurroundings {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookTroubleIT.class);

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
        Postman postman = new Postman(
                own, Duration.ofMillis(500), () -> false, afterwards -> sending(outgoing, rules, own, afterwards));
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
    void aHostThatHangsForManyOrganisationsSlowsNobodyElse() {
        String path = path("/ok");
        added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
        var rules =
                new SendingMessages.Rules(Duration.ofSeconds(5), Duration.ofHours(6), Duration.ofDays(5), LEASE, 64);
        Postman postman = new Postman(
                own, Duration.ofMillis(500), () -> false, afterwards -> sending(outgoing, rules, own, afterwards));
        postman.start();
        try {
            Duration without = Duration.ZERO;
            Duration with = Duration.ofDays(1);
            for (int round = 0; round < 3 && with.compareTo(bound(without)) > 0; round++) {
                jdbc.sql("delete from webhook_endpoints where organisation <> ?")
                        .param(company)
                        .update();
                without = slowestButOneInAHundred(path, 10_000 * round, () -> {});
                List<String> others = Stream.generate(() -> "company-" + UUID.randomUUID())
                        .limit(16)
                        .toList();
                String hanging = path("/hang");
                for (String other : others) {
                    for (int i = 0; i < 4; i++) {
                        added(other, OUTSIDE.shared(hanging), EndpointKind.STANDARD);
                    }
                }
                others.forEach(other -> happens(1, other, other));
                await().atMost(SOON).until(() -> OUTSIDE.received(hanging).size() >= 32);
                with = slowestButOneInAHundred(path, 10_000 * round + 5_000, () -> {});
                LOG.info("p99 of a good target: {}, beside a host that hangs for 64 endpoints {}", without, with);
            }

            assertThat(with)
                    .as("p99 beside a host that hangs for 64 endpoints, which alone is %s", without)
                    .isLessThanOrEqualTo(bound(without));
        } finally {
            postman.stop();
        }
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

    static Stream<Map.Entry<Long, Long>> versionsAt(String path, int firstVersion) {
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

    private void remove(String organisation, UUID id) {
        transaction.executeWithoutResult(status -> endpoints.remove(organisation, id, version -> true));
    }
}
