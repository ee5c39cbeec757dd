package dev.talentpipeline.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.SkillLevel;
import dev.talentpipeline.matching.topology.EventFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large programme clears and releases while a small one goes on beside it on the same instance, on whose one thread both read. By default it
 * is as large as a build has time for; {@code -Dlarge.students=100000} makes it the size that is promised.
 */
class LargeProgrammeIT {

    private static final int STUDENTS = Integer.getInteger("large.students", 10_000);
    private static final int INTERNSHIPS = STUDENTS / 20;
    private static final int SEATS = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String[] REGIONS = {"CN-BJ", "CN-SH", "CN-GD", "CN-ZJ", "CN-JS", "CN-SC", "CN-HB", "CN-SN"};

    @TempDir
    private static Path stateDirectory;

    private final Random random = new Random(7);
    private int pairs;

    @Test
    void holdsUpNoSmallProgrammeBesideIt() {
        try (EventTraffic traffic = new EventTraffic();
                RunningService service = RunningService.start(stateDirectory)) {
            traffic.send(
                    EventFixture.programme("small").setClearingIntervalMs(10).build());
            List<Duration> before =
                    took(Stream.generate(() -> sample(traffic)).limit(20).toList());
            post(traffic);
            await().atMost(PATIENCE)
                    .until(() -> service.counter(
                                    "talentpipeline_consumer_events_total{outcome=\"applied\",topic=\"student-profiles\"}")
                            == STUDENTS + pairs);

            Instant round = Instant.now().plusSeconds(2);
            traffic.send(EventFixture.programme("large")
                    .setVersion(2)
                    .setMode(ClearingMode.ROUND)
                    .setClearingAt(List.of(round))
                    .build());
            List<Sample> during = new ArrayList<>();
            while (traffic.reports("large").isEmpty()) {
                during.add(sample(traffic));
            }
            ClearingReport report = traffic.reports("large").getFirst();
            await().atMost(PATIENCE).until(() -> traffic.proposals("large").size() == report.getProposals());
            Instant cleared = report.getStartedAt().plusMillis(report.getDurationMs());
            long beside = during.stream()
                    .filter(sample -> sample.from().isAfter(report.getStartedAt())
                            && sample.until().isBefore(cleared))
                    .count();

            System.out.printf(
                    "Large programme: %d students, %d internships, cleared in %d ms, %d proposals. Small programme: before p50 %d ms, max %d ms;"
                            + " until the large one was released %d samples, p50 %d ms, max %d ms, of which %d while it cleared%n",
                    STUDENTS,
                    INTERNSHIPS,
                    report.getDurationMs(),
                    report.getProposals(),
                    median(before).toMillis(),
                    Collections.max(before).toMillis(),
                    during.size(),
                    median(took(during)).toMillis(),
                    Collections.max(took(during)).toMillis(),
                    beside);
            // A clearing on the thread that reads would let none of them through before it is done.
            assertThat(beside).isPositive();
            assertThat(report.getStudents()).isEqualTo(STUDENTS);
            assertThat(report.getBlockingPairs()).isZero();
            assertThat(report.getProposals()).isGreaterThan(STUDENTS / 3);
            assertThat(traffic.proposals("small")).hasSize(pairs).doesNotHaveDuplicates();
            assertThat(service.counter("talentpipeline_clearings_unsound_total"))
                    .isZero();
            assertThat(service.counter("talentpipeline_streams_threads_replaced_total"))
                    .isZero();
        }
    }

    /** From when until when a pair of the small programme waited for its proposal. */
    private record Sample(Instant from, Instant until) {}

    private Sample sample(EventTraffic traffic) {
        traffic.send(EventFixture.internship("small", "i" + pairs, 1).build());
        Instant from = Instant.now();
        traffic.send(EventFixture.student("small", "s" + pairs, 3).build());
        pairs++;
        await().pollInterval(Duration.ofMillis(2))
                .atMost(PATIENCE)
                .until(() -> traffic.proposals("small").size() == pairs);
        return new Sample(from, Instant.now());
    }

    private static List<Duration> took(List<Sample> samples) {
        return samples.stream()
                .map(sample -> Duration.between(sample.from(), sample.until()))
                .toList();
    }

    private static Duration median(List<Duration> latencies) {
        return latencies.stream()
                .sorted()
                .skip(latencies.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Posts the large programme, whose round lies far ahead, without waiting for it to be read. */
    private void post(EventTraffic traffic) {
        traffic.send(EventFixture.programme("large")
                .setMode(ClearingMode.ROUND)
                .setClearingAt(List.of(Instant.now().plus(Duration.ofDays(1))))
                .build());
        for (int internship = 0; internship < INTERNSHIPS; internship++) {
            traffic.send(EventFixture.internship("large", "i" + internship, 1 + random.nextInt(2 * SEATS))
                    .setOccupation("occupation-" + random.nextInt(30))
                    .setRegion(REGIONS[random.nextInt(REGIONS.length)])
                    .setRequiredSkills(List.of(new SkillLevel(skill(), 1 + random.nextInt(3))))
                    .setPreferredSkills(List.of(skill()))
                    .setStipend(3000 + 500 * random.nextInt(10))
                    .build());
        }
        for (int student = 0; student < STUDENTS; student++) {
            List<SkillLevel> skills = new ArrayList<>();
            for (int number = random.nextInt(5); skills.size() < 8; number += 1 + random.nextInt(6)) {
                skills.add(new SkillLevel("skill-" + number, 1 + random.nextInt(5)));
            }
            traffic.send(EventFixture.student("large", "s" + student, 1)
                    .setSkills(skills)
                    .setOccupations(List.of("occupation-" + random.nextInt(30)))
                    .setRegions(List.of(REGIONS[random.nextInt(4)], REGIONS[4 + random.nextInt(4)]))
                    .setMinimumStipend(500 * random.nextInt(10))
                    .build());
        }
    }

    private String skill() {
        return "skill-" + random.nextInt(30);
    }
}
