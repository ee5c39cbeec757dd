package dev.talentpipeline.matching.clearing;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.market;
import static dev.talentpipeline.matching.market.ProgrammeFixture.programme;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.clearing.Cutoff.Admitted;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.matching.engine.verification.Verdict;
import dev.talentpipeline.matching.market.Apart;
import dev.talentpipeline.matching.market.InternshipFixture;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.MarketFixture;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.StudentFixture;
import dev.talentpipeline.matching.market.Versions;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClearingTest {

    @Test
    void matchesAPairThatSuitsAndExplainsIt() {
        ClearingResult result =
                clear(market().with(student("s1").version(3).skill("java", 4).skill("go", 1))
                        .with(internship("i1").version(2).requires("java", 3).likes("go", "rust")));

        Match match = result.matches().getFirst();
        assertThat(match.pair()).isEqualTo(new Pair("s1", "i1"));
        assertThat(match.versions()).isEqualTo(new Versions(1, 3, 2));
        assertThat(match.studentRank()).isEqualTo(1);
        assertThat(match.internshipRank()).isEqualTo(1);
        assertThat(match.score().matchedSkills()).containsExactly("go", "java");
        assertThat(match.score().missingSkills()).containsExactly("rust");
        assertThat(result.releasable()).isTrue();
    }

    @Test
    void explicitListsMatchOnlyThoseWhoListEachOther() {
        MarketFixture market = market().with(programme().lists(Programme.Lists.EXPLICIT))
                .with(student("mutual").prefers("i1"), student("oneSided").prefers("i2"), student("silent"))
                .with(internship("i1").prefers("mutual", "silent"), internship("i2"));

        assertThat(pairs(clear(market))).containsExactly(new Pair("mutual", "i1"));
    }

    @Test
    void filledListsPutTheOwnListFirstAndThenGoOnByScore() {
        MarketFixture market = market().with(
                        student("s1").prefers("listed").skill("java", 5),
                        student("s2").skill("java", 2))
                .with(internship("listed"), internship("better").likes("java"));

        assertThat(pairs(clear(market))).containsExactly(new Pair("s1", "listed"), new Pair("s2", "better"));
    }

    @Test
    void onlyTheseLeavesOutEverythingElse() {
        MarketFixture open = market().with(student("s1").prefers("gone")).with(internship("i1"));
        MarketFixture only = market().with(student("s1").acceptsOnly("gone")).with(internship("i1"));

        assertThat(pairs(clear(open))).containsExactly(new Pair("s1", "i1"));
        assertThat(pairs(clear(only))).isEmpty();
    }

    @Test
    void admitsExactlyTheBestFiveOfTwoHundredByPublishedPriority() {
        MarketFixture fixture =
                market().with(internship("i1").seats(5).requires("java", 1).likes("go"));
        Random random = new Random(5);
        for (int s = 0; s < 200; s++) {
            fixture.with(student("s" + s).skill("java", 1 + random.nextInt(5)).skill("go", 1 + random.nextInt(3)));
        }
        Market market = fixture.build();
        ClearingResult result = clear(market);
        RankedMarket ranked = RankedMarket.of(market);
        List<Admitted> all = new ArrayList<>();
        for (int s = 0; s < 200; s++) {
            all.add(Cutoffs.priorityOf(ranked, s, 0));
        }
        all.sort(ClearingTest::byPublishedPriority);

        assertThat(result.matches().stream()
                        .map(match -> Cutoffs.priorityOf(
                                ranked,
                                ranked.studentIndex(match.pair().studentId()).orElseThrow(),
                                0))
                        .sorted(ClearingTest::byPublishedPriority)
                        .toList())
                .isEqualTo(all.subList(0, 5));
        assertThat(result.matches().stream().map(Match::internshipRank).sorted())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(result.verdict().faults()).isZero();
        assertThat(result.cutoffs()).containsExactly(new Cutoff("i1", 5, 5, all.get(4)));
        // The lottery had something to decide, or this would prove half of it only.
        assertThat(all.get(4).score()).isEqualTo(all.get(5).score());
    }

    private static int byPublishedPriority(Admitted one, Admitted other) {
        if (one.tier() != other.tier()) {
            return Integer.compare(one.tier(), other.tier());
        }
        int byScore = Double.compare(other.score(), one.score());
        return byScore != 0 ? byScore : one.lottery().compareTo(other.lottery());
    }

    @Test
    void whoHoldsASeatTakesNoPartAndStillCountsInTheRanks() {
        ClearingResult result = clear(market().with(
                        student("seated").skill("java", 5), student("free").skill("java", 2))
                .with(internship("i1").seats(2).likes("java"))
                .seated("seated", "i1"));

        assertThat(pairs(result)).containsExactly(new Pair("free", "i1"));
        assertThat(result.matches().getFirst().internshipRank()).isEqualTo(2);
        assertThat(result.students()).isEqualTo(1);
        assertThat(result.freeSeats()).isEqualTo(1);
    }

    @Test
    void moreBoundThanSeatsLeavesNoneFree() {
        ClearingResult result = clear(market().with(student("s1"), student("s2"), student("s3"))
                .with(internship("i1").seats(1))
                .seated("s1", "i1")
                .seated("s2", "i1"));

        assertThat(result.matches()).isEmpty();
        assertThat(result.freeSeats()).isZero();
        assertThat(result.cutoffs()).singleElement().satisfies(cutoff -> {
            assertThat(cutoff.full()).isTrue();
            assertThat(cutoff.taken()).isEqualTo(2);
        });
    }

    @Test
    void aBarredPairIsKeptApart() {
        ClearingResult result = clear(market().with(student("s1").prefers("i1"))
                .with(internship("i1"), internship("i2"))
                .apart("s1", "i1", Apart.BARRED));

        assertThat(pairs(result)).containsExactly(new Pair("s1", "i2"));
    }

    @Test
    void aHeldProgrammeMatchesAndReleasesNothing() {
        ClearingResult result = clear(market().with(programme().state(Programme.State.HELD))
                .with(student("s1"))
                .with(internship("i1")));

        assertThat(result.matches()).hasSize(1);
        assertThat(result.releasable()).isFalse();
        assertThat(result.cutoffs()).containsExactly(new Cutoff("i1", 1, 0, null));
    }

    @Test
    void anUnstableMatchingIsNotReleased() {
        Market market = market().with(student("s1")).with(internship("i1")).build();
        ClearingResult result = ClearingMarket.of(market, (facts, bound, matching, threads) -> new Verdict(1, 0, 0))
                .clear(market.asOf());

        assertThat(result.matches()).isEmpty();
        assertThat(result.releasable()).isFalse();
    }

    @Test
    void theOrderInWhichFactsArrivedChangesNeitherHashes() {
        List<StudentFixture> students = new ArrayList<>();
        List<InternshipFixture> internships = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            students.add(student("s" + n).skill("java", 1 + n % 5).prefers("i" + n % 7));
            internships.add(internship("i" + n).likes("java", "go"));
        }
        ClearingResult first = clear(filled(students, internships));
        Collections.shuffle(students, new Random(1));
        Collections.shuffle(internships, new Random(2));
        ClearingResult second = clear(filled(students, internships));

        assertThat(second.inputHash()).isEqualTo(first.inputHash());
        assertThat(second.resultHash()).isEqualTo(first.resultHash());
        assertThat(second.matches()).isEqualTo(first.matches());
    }

    @Test
    void aNewerVersionChangesTheInputHash() {
        ClearingResult one = clear(market().with(student("s1")).with(internship("i1")));
        ClearingResult other = clear(market().with(student("s1").version(2)).with(internship("i1")));

        assertThat(other.inputHash()).isNotEqualTo(one.inputHash());
        assertThat(other.resultHash()).isEqualTo(one.resultHash());
    }

    @Test
    void clearsAThousandInternshipsAndTenThousandStudentsWithinSeconds() {
        Market market = LargeMarket.of(10_000, 1_000, 42);
        var threads = ManagementFactory.getThreadMXBean();
        long startedNs = threads.getCurrentThreadCpuTime();
        ClearingResult result = clear(market);
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - startedNs);

        assertThat(result.verdict().faults()).isZero();
        assertThat(result.matches().size()).isGreaterThan(5_000);
        // Three times what is aimed at, since a cold virtual machine runs this; time on the processor, since others may
        // be using it too.
        assertThat(took).isLessThan(Duration.ofSeconds(6));
    }

    private static MarketFixture filled(List<StudentFixture> students, List<InternshipFixture> internships) {
        return market().with(students.toArray(StudentFixture[]::new))
                .with(internships.toArray(InternshipFixture[]::new));
    }

    private static ClearingResult clear(MarketFixture market) {
        return clear(market.build());
    }

    private static ClearingResult clear(Market market) {
        return ClearingMarket.of(market, StabilityVerifier::verify).clear(market.asOf());
    }

    private static List<Pair> pairs(ClearingResult result) {
        return result.matches().stream().map(Match::pair).toList();
    }
}
