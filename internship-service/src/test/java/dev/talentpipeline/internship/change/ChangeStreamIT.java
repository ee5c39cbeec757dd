package dev.talentpipeline.internship.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.transaction.Transactions;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes reach those whom they concern, and nobody else, while they look on. */
@RunningService
class ChangeStreamIT {

    private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);
    private static final int MOST_OF_ACCOUNT = 20;
    private static final int ACTS = 40;
    private static final int WRITERS = 8;
    private static final int CHANGES_EACH = 25;
    private static final int MOST_SLOW_NANOS = 40_000_000;

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    AuditTrail trail;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatOneDoesIsToldToAllWhomItConcerns() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        List<Follower> followers = List.of(
                Follower.of(participants.student(Market.UNIVERSITY, student.person()), programme),
                Follower.of(participants.company(Market.COMPANY), programme),
                Follower.of(participants.university(Market.UNIVERSITY), programme),
                Follower.of(participants.operations(), programme));

        assertThat(market.decide(student, offer, "KEEP").status()).isEqualTo(200);

        String kept = "offers {\"id\":\"%s\",\"version\":2,\"state\":\"KEPT\"}".formatted(offer);
        assertThat(followers)
                .allSatisfy(
                        follower -> assertThat(follower.until(kept).getLast()).isEqualTo(kept));
        followers.forEach(Follower::close);
    }

    @Test
    void anActIsSeenWithinTwoSeconds() {
        String programme = market.programme();
        Api university = participants.university(Market.UNIVERSITY);
        List<Long> micros = new ArrayList<>();
        try (Follower follower = Follower.of(university, programme)) {
            for (int version = 2; version < 2 + ACTS; version++) {
                long began = System.nanoTime();
                rename(university, programme, "Act " + version);
                follower.until(told(programme, version));
                micros.add((System.nanoTime() - began) / 1_000);
            }
        }
        Collections.sort(micros);
        System.out.printf(
                "from act to event, %d acts: p50 %d ms, worst %d ms%n",
                ACTS, micros.get(ACTS / 2) / 1_000, micros.getLast() / 1_000);
        assertThat(Duration.ofNanos(micros.getLast() * 1_000)).isLessThan(SEEN_WITHIN);
    }

    @Test
    void whatIsOthersIsNotTold() {
        String programme = market.programme();
        Entered student = market.student(programme);
        Entered other = market.student(programme);
        Api owner = participants.university(Market.UNIVERSITY);
        Follower company = Follower.of(participants.company("globex-robotics"), programme);
        Follower university = Follower.of(participants.university("fudan"), programme);
        Follower themselves = Follower.of(participants.student(Market.UNIVERSITY, student.person()), programme);
        Follower operations = Follower.of(participants.operations(), programme);

        String internship = market.internship(programme);
        String offer = market.offer(programme, other, internship);
        market.decide(other, offer, "DECLINE");
        rename(owner, programme, "The last change");

        String last = renamed(programme);
        assertThat(operations.until(last))
                .anySatisfy(told -> assertThat(told).contains(internship))
                .anySatisfy(told -> assertThat(told).contains(offer).contains("DECLINED"));
        for (Follower stranger : List.of(company, university, themselves)) {
            assertThat(stranger.until(last))
                    .noneMatch(told -> told.contains(other.id()) || told.contains(internship) || told.contains(offer));
            stranger.close();
        }
        operations.close();
    }

    @Test
    void whoMayNotKnowOfAProgrammeCannotFollowIt() {
        String programme =
                market.programme(Bodies.with(Bodies.programme(), "universities", List.of(Market.UNIVERSITY)));
        String path = "/programmes/" + programme + "/changes";

        assertThat(participants.university("fudan").get(path).status()).isEqualTo(404);
        assertThat(participants.operations().get("/programmes/nowhere/changes").status())
                .isEqualTo(404);
        assertThat(participants.operations().get(path + "?since=yesterday").text("field"))
                .isEqualTo("since");
    }

    @Test
    void whoComesBackMissesNothing() {
        String programme = programmeLongAfterAnyReset();
        Api university = participants.university(Market.UNIVERSITY);
        Instant read = Instant.now();
        Follower first = Follower.of(university, programme);
        rename(university, programme, "Seen");
        String seen = first.next().id();
        first.close();

        rename(university, programme, "Missed");
        Entered student = market.student(programme);

        String header = "Last-Event-ID";
        try (Follower back = Follower.of(university, programme, "", Map.of(header, seen))) {
            assertThat(back.until("students").getLast()).contains(student.id());
        }
        try (Follower back = Follower.of(university, programme, "?after=" + seen, Map.of())) {
            assertThat(back.until("students"))
                    .anySatisfy(told -> assertThat(told)
                            .isEqualTo("programme {\"id\":\"%s\",\"version\":3,\"state\":\"RUNNING\"}"
                                    .formatted(programme)));
        }
        try (Follower late = Follower.of(university, programme, "?since=" + read, Map.of())) {
            assertThat(late.until("students")).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void whoWasAwayForTooLongReadsAnewAndGoesOnFromThere() {
        String programme = market.programme();
        Api university = participants.university(Market.UNIVERSITY);
        String id;
        try (Follower lost = Follower.of(university, programme, "?after=999999999999", Map.of())) {
            Follower.Event reset = lost.next();
            assertThat(reset.words()).isEqualTo("reset {}");
            id = reset.id();
        }
        try (Follower garbled = Follower.of(university, programme, "?after=abc", Map.of())) {
            assertThat(garbled.next().name()).isEqualTo("reset");
        }
        rename(university, programme, "After the reset");
        try (Follower back = Follower.of(university, programme, "?after=" + id, Map.of())) {
            assertThat(back.until("programme")).doesNotContain("reset {}");
        }
    }

    @Test
    void aTransactionThatCommitsLateIsToldAllTheSame() throws Exception {
        String programme = market.programme();
        String slow = UUID.randomUUID().toString();
        String quick = UUID.randomUUID().toString();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (Follower follower = Follower.of(participants.operations(), programme)) {
            Thread writer = Thread.ofVirtual()
                    .start(() -> transactions.within(() -> {
                        trail.record(changed(programme, slow));
                        written.countDown();
                        return reached(commit);
                    }));
            assertThat(reached(written)).isTrue();
            transactions.within(() -> {
                trail.record(changed(programme, quick));
                return true;
            });

            Follower.Event later = follower.next();
            while (!later.data().contains(quick)) {
                later = follower.next();
            }
            commit.countDown();
            writer.join();
            Follower.Event earlier = follower.next();

            assertThat(earlier.data()).contains(slow);
            assertThat(Long.parseLong(earlier.id())).isLessThan(Long.parseLong(later.id()));
        }
    }

    @Test
    void whoFollowsReadsAnewAndIsToldOnWhenTheDatabaseWasAway() {
        String programme = market.programme();
        Api university = participants.university(Market.UNIVERSITY);
        try (Follower follower = Follower.of(university, programme)) {
            assertThat(jdbc.sql("""
                                    select pg_terminate_backend(pid) from pg_stat_activity
                                    where application_name = 'internship-service changes' and datname = current_database()
                                    """).query(Boolean.class).list()).containsExactly(true);

            follower.until("reset");
            rename(university, programme, "After the reset");

            assertThat(follower.until(renamed(programme))).isNotEmpty();
        }
    }

    @Test
    void everyChangeIsToldInWhateverOrderTheyCommit() throws Exception {
        String programme = market.programme();
        Set<String> written = ConcurrentHashMap.newKeySet();
        Set<String> told = new HashSet<>();
        try (Follower follower = Follower.of(participants.operations(), programme);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                SplittableRandom slowness = new SplittableRandom(writer);
                writers.submit(() -> {
                    for (int i = 0; i < CHANGES_EACH; i++) {
                        written.add(write(programme, slowness.nextInt(MOST_SLOW_NANOS)));
                    }
                });
            }
            while (told.size() < WRITERS * CHANGES_EACH) {
                Follower.Event event = follower.next();
                if (event.name().equals("internships")) {
                    assertThat(told.add(event.data())).as("told once").isTrue();
                }
            }
        }
        assertThat(told).allSatisfy(data -> assertThat(written).anyMatch(data::contains));
    }

    private String write(String programme, int nanos) {
        String id = UUID.randomUUID().toString();
        return transactions.within(() -> {
            trail.record(changed(programme, id));
            LockSupport.parkNanos(nanos);
            return id;
        });
    }

    @Test
    void anAccountFollowsSoManyStreamsAndNeitherTheyNorOneThatStallsHoldAnythingBack() throws Exception {
        String programme = market.programme();
        Api many = participants.university("many-streams");
        Socket stalled = participants.university(Market.UNIVERSITY).stall("/programmes/" + programme + "/changes");
        List<Follower> followers = new ArrayList<>();
        for (int i = 0; i <= MOST_OF_ACCOUNT; i++) {
            followers.add(Follower.of(many, programme));
        }
        Follower oldest = followers.removeFirst();

        assertThat(oldest.endsWithin(SEEN_WITHIN)).isTrue();
        assertThat(oldest.comesBackAfterMs()).isEqualTo("30000");
        rename(participants.university(Market.UNIVERSITY), programme, "For twenty");
        assertThat(followers)
                .allSatisfy(each -> assertThat(each.until(renamed(programme))).isNotEmpty());
        followers.forEach(Follower::close);
        stalled.close();
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        String programme = market.programme();
        try (Follower follower =
                Follower.of(participants.university(Market.UNIVERSITY, Duration.ofMillis(1_500)), programme)) {
            await().until(follower::lastId, id -> !id.isEmpty());

            assertThat(follower.endsWithin(SEEN_WITHIN)).isTrue();
        }
    }

    /** Other tests take the database away; what was told before that is not kept. */
    private String programmeLongAfterAnyReset() {
        Api operations = participants.operations();
        return await().atMost(Duration.ofSeconds(30)).until(market::programme, programme -> {
            String since = "?since=" + Instant.now().minusSeconds(5);
            try (Follower follower = Follower.of(operations, programme, since, Map.of())) {
                return !follower.next().name().equals("reset");
            }
        });
    }

    private static Deed changed(String programme, String id) {
        return Deed.changed(
                new Entity("INTERNSHIP", id), 1, Concerned.NOBODY, Map.of("programme", programme, "state", "POSTED"));
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is told of its second version. */
    private static String renamed(String programme) {
        return told(programme, 2);
    }

    private static String told(String programme, int version) {
        return "programme {\"id\":\"%s\",\"version\":%d,".formatted(programme, version);
    }

    private static void rename(Api owner, String programme, String name) {
        assertThat(owner.put("/programmes/" + programme, Bodies.with(Bodies.programme(), "name", name))
                        .status())
                .isEqualTo(200);
    }
}
