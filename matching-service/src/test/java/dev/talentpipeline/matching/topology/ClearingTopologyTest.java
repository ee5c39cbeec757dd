package dev.talentpipeline.matching.topology;

import static dev.talentpipeline.matching.topology.EventFixture.internship;
import static dev.talentpipeline.matching.topology.EventFixture.programme;
import static dev.talentpipeline.matching.topology.EventFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.matching.engine.verification.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When clearings run on the bench, and what becomes of what they find. */
class ClearingTopologyTest {

    private MarketBench bench = new MarketBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aHeldProgrammeReportsWhatItWouldReleaseAndReleasesItOnceItRuns() {
        bench.post(programme("demo").setState(ProgrammeState.HELD));
        bench.post(internship("demo", "i1", 1)).post(student("demo", "s1", 3)).settle();

        assertThat(bench.proposals()).isEmpty();
        ClearingReport held = only(bench.reports());
        assertThat(held.getHeld()).isEqualTo(1);
        assertThat(held.getProposals()).isZero();

        bench.post(programme("demo").setVersion(2)).settle();
        assertThat(bench.proposals()).hasSize(1);
        assertThat(only(bench.reports()).getHeld()).isZero();
    }

    @Test
    void aPausedProgrammeDoesNotClear() {
        bench.post(programme("demo").setState(ProgrammeState.PAUSED));
        bench.post(internship("demo", "i1", 1)).post(student("demo", "s1", 3)).settle();

        assertThat(bench.reports()).isEmpty();
    }

    @Test
    void aProgrammeClearsOnlyWhileItIsOpen() {
        bench.post(programme("demo")
                .setOpensAt(MarketBench.START.plusSeconds(60))
                .setClosesAt(MarketBench.START.plusSeconds(120)));
        bench.post(internship("demo", "i1", 1)).post(student("demo", "s1", 3)).pass(Duration.ofSeconds(59));
        assertThat(bench.reports()).isEmpty();

        bench.pass(Duration.ofSeconds(2));
        assertThat(bench.proposals()).hasSize(1);

        bench.pass(Duration.ofSeconds(62)).reports();
        bench.post(student("demo", "s2", 3)).settle();
        assertThat(bench.reports()).isEmpty();
    }

    @Test
    void aRollingProgrammeRestsForItsIntervalBetweenClearings() {
        bench.post(programme("demo").setClearingIntervalMs(10_000)).post(internship("demo", "i1", 9));
        bench.post(student("demo", "s1", 3)).pass(Duration.ofMillis(200));
        assertThat(bench.reports()).hasSize(1);

        bench.post(student("demo", "s2", 3)).pass(Duration.ofSeconds(9));
        assertThat(bench.reports()).isEmpty();
        bench.pass(Duration.ofSeconds(1));
        assertThat(only(bench.reports()).getProposals()).isEqualTo(1);
    }

    @Test
    void anIntervalOfAgesStopsNobodyElse() {
        bench.post(programme("ages").setClearingIntervalMs(Long.MAX_VALUE)).settle();
        bench.post(student("ages", "s1", 3)).settle();
        oneOfEach();

        assertThat(bench.proposals()).hasSize(1);
    }

    @Test
    void aRoundProgrammeClearsOnceAtEachOfItsInstants() {
        bench.post(programme("demo")
                .setMode(ClearingMode.ROUND)
                .setClearingAt(List.of(MarketBench.START.plusSeconds(10), MarketBench.START.plusSeconds(30))));
        bench.post(internship("demo", "i1", 5)).post(student("demo", "s1", 3)).pass(Duration.ofSeconds(9));
        assertThat(bench.reports()).isEmpty();

        bench.pass(Duration.ofSeconds(2));
        assertThat(bench.reports()).hasSize(1);
        bench.restart();
        bench.post(student("demo", "s2", 3)).pass(Duration.ofSeconds(10));
        assertThat(bench.reports()).isEmpty();

        bench.pass(Duration.ofSeconds(60));
        assertThat(only(bench.reports()).getProposals()).isEqualTo(1);
    }

    @Test
    void instantsThatPassedWhileNobodyCouldClearAreMadeUpForByOneClearing() {
        bench.post(programme("demo")
                .setMode(ClearingMode.ROUND)
                .setClearingAt(List.of(MarketBench.START.plusSeconds(10), MarketBench.START.plusSeconds(30))));
        bench.jump(Duration.ofSeconds(60)).settle();

        assertThat(bench.reports()).hasSize(1);
    }

    @Test
    void instantsThatLayInThePastWhenTheProgrammeWasPostedAreNotClearedAt() {
        bench.post(programme("demo")
                .setMode(ClearingMode.ROUND)
                .setClearingAt(List.of(MarketBench.START.minusSeconds(60), MarketBench.START.plusSeconds(60))));
        bench.post(internship("demo", "i1", 1)).post(student("demo", "s1", 3)).settle();
        assertThat(bench.reports()).isEmpty();

        bench.pass(Duration.ofSeconds(60));
        assertThat(bench.reports()).hasSize(1);
    }

    @Test
    void cutoffsAreWrittenWhenTheyMoveWithVersionsWithoutAGap() {
        PlacementOffer proposal = proposed();
        Cutoff full = only(bench.cutoffs());
        assertThat(full.getVersion()).isEqualTo(1);
        assertThat(full.getFull()).isTrue();
        assertThat(full.getTaken()).isEqualTo(1);
        assertThat(full.getTier()).isEqualTo(1);
        assertThat(full.getScore()).isEqualTo(proposal.getScore());
        assertThat(full.getLottery()).hasSize(16);

        bench.post(student("demo", "s2", 3)).settle();
        assertThat(bench.cutoffs()).isEmpty();
        bench.restart();
        bench.post(internship("demo", "i1", 3).setVersion(2)).settle();
        Cutoff open = only(bench.cutoffs());
        assertThat(open.getVersion()).isEqualTo(2);
        assertThat(open.getFull()).isFalse();
        assertThat(open.getTaken()).isEqualTo(2);
        assertThat(open.getScore()).isNull();
    }

    @Test
    void anUnsoundClearingReleasesNothingAndRaisesAnAlarm() {
        bench.close();
        bench = new MarketBench((facts, bound, matching, threads) -> new Verdict(1, 0, 0), Map.of());
        oneOfEach();

        assertThat(bench.proposals()).isEmpty();
        assertThat(only(bench.reports()).getBlockingPairs()).isEqualTo(1);
        assertThat(bench.meters.counter("talentpipeline.clearings.unsound").count())
                .isEqualTo(1);
    }

    @Test
    void aClearingThatFailsStopsItsOwnProgrammeOnly() {
        bench.close();
        bench = new MarketBench(
                (facts, bound, matching, threads) -> {
                    if (facts.students().size() > 1) {
                        throw new IllegalStateException("planted");
                    }
                    return new Verdict(0, 0, 0);
                },
                Map.of());
        bench.post(programme("bad")).post(student("bad", "s1", 1)).post(student("bad", "s2", 1));
        oneOfEach();

        assertThat(bench.proposals()).hasSize(1);
        assertThat(bench.meters.counter("talentpipeline.clearings.unsound").count())
                .isEqualTo(1);
    }

    @Test
    void whatChangedWhileItWasMatchedIsLeftToTheNextClearing() {
        bench.post(programme("demo")).post(internship("demo", "i1", 1)).settle();
        bench.post(internship("demo", "i2", 1)).clearSlowly();
        bench.post(student("demo", "s1", 3)).post(student("demo", "s2", 3)).settle();
        bench.reports();
        bench.post(student("demo", "s1", 4).setVersion(2)).settle();
        assertThat(bench.proposals()).isEmpty();

        bench.clearAll().settle();
        PlacementOffer unchanged = only(bench.proposals());
        assertThat(unchanged.getStudentId()).isEqualTo("s2");
        assertThat(only(bench.reports()).getLeftOut()).isEqualTo(1);

        bench.clearAll().settle();
        PlacementOffer changed = only(bench.proposals());
        assertThat(changed.getStudentId()).isEqualTo("s1");
        assertThat(changed.getStudentVersion()).isEqualTo(2);
    }

    @Test
    void aClearingThatWasOnItsWayIsDoneAgainAfterARestart() {
        bench.post(programme("demo")).post(internship("demo", "i1", 1)).settle().clearSlowly();
        bench.reports();
        bench.post(student("demo", "s1", 3)).settle();
        bench.restart();
        bench.settle().clearAll().settle();

        assertThat(only(bench.proposals()).getClearing()).isEqualTo(2);
        assertThat(bench.reports()).hasSize(1);
    }

    @Test
    void aRoundThatWasOnItsWayIsDoneAgainAfterARestart() {
        bench.post(
                programme("demo").setMode(ClearingMode.ROUND).setClearingAt(List.of(MarketBench.START.plusSeconds(5))));
        bench.post(internship("demo", "i1", 1)).post(student("demo", "s1", 3)).clearSlowly();
        bench.pass(Duration.ofSeconds(6));
        bench.restart();
        bench.settle().clearAll().settle();
        bench.restart();
        bench.settle().clearAll().settle();

        assertThat(bench.proposals()).hasSize(1);
        assertThat(bench.reports()).hasSize(1);
    }

    @Test
    void aLargeClearingIsReleasedInPartsAndARoundIsDoneAgainForWhatChangedMeanwhile() {
        int first = releaseAFirstPart();
        bench.post(internship("demo", "i1", 1_200).setVersion(2)).settle();

        List<PlacementOffer> others = bench.proposals();
        assertThat(others).hasSize(1_200 - first).allMatch(proposal -> proposal.getClearing() == 2);
        List<ClearingReport> reports = bench.reports();
        assertThat(reports).extracting(ClearingReport::getProposals).containsExactly(first, 1_200 - first);
        assertThat(reports).extracting(ClearingReport::getLeftOut).containsExactly(1_200 - first, 0);
        assertThat(only(bench.cutoffs()).getFull()).isTrue();
    }

    @Test
    void aRestartBetweenTwoPartsProposesNothingTwiceAndLosesNothing() {
        int first = releaseAFirstPart();
        bench.restart();
        bench.settle();

        List<PlacementOffer> others = bench.proposals();
        assertThat(others).hasSize(1_200 - first).allMatch(proposal -> proposal.getClearing() == 2);
        assertThat(only(bench.reports()).getProposals()).isEqualTo(1_200 - first);
        bench.restart();
        bench.settle();
        assertThat(bench.reports()).isEmpty();
    }

    /** A round for 1,201 students and 1,200 seats of which a part is out; gives how many. */
    private int releaseAFirstPart() {
        bench.post(
                programme("demo").setMode(ClearingMode.ROUND).setClearingAt(List.of(MarketBench.START.plusSeconds(5))));
        bench.post(internship("demo", "i1", 1_200));
        for (int s = 0; s < 1_201; s++) {
            bench.post(student("demo", "s" + s, 1 + s % 5));
        }
        bench.pass(Duration.ofSeconds(5)).jump(Duration.ofMillis(1));
        assertThat(bench.reports()).isEmpty();
        int first = bench.proposals().size();
        assertThat(first).isBetween(1, 1_199);
        return first;
    }

    @Test
    void aRoundThatFailedIsDoneAgainAMinuteLater() {
        bench.close();
        AtomicInteger verified = new AtomicInteger();
        bench = new MarketBench(
                (facts, bound, matching, threads) -> new Verdict(verified.getAndIncrement() == 0 ? 1 : 0, 0, 0),
                Map.of());
        bench.post(
                programme("demo").setMode(ClearingMode.ROUND).setClearingAt(List.of(MarketBench.START.plusSeconds(5))));
        bench.post(internship("demo", "i1", 1)).post(student("demo", "s1", 3)).pass(Duration.ofSeconds(60));
        assertThat(bench.proposals()).isEmpty();

        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.proposals()).hasSize(1);
        assertThat(bench.reports()).hasSize(2);
    }

    @Test
    void aSlowClearingHoldsUpNoOtherProgramme() {
        bench.post(programme("slow")).post(internship("slow", "i1", 1)).clearSlowly();
        bench.post(student("slow", "s1", 3)).settle();
        bench.clearAtOnce();
        oneOfEach();
        assertThat(only(bench.proposals()).getProgrammeId()).isEqualTo("demo");

        bench.clearAll().settle();
        assertThat(only(bench.proposals()).getProgrammeId()).isEqualTo("slow");
    }

    @Test
    void onlyTheLastReportsAreKept() {
        bench.post(programme("demo"));
        for (int s = 0; s < 5; s++) {
            bench.post(student("demo", "s" + s, 3)).settle();
        }
        assertThat(bench.published.find("demo").orElseThrow().reports())
                .extracting(report -> report.clearing())
                .containsExactly(5L, 4L, 3L);
        bench.restart();
        bench.settle();
        assertThat(bench.published.find("demo").orElseThrow().reports())
                .extracting(report -> report.clearing())
                .containsExactly(5L, 4L, 3L);
    }

    @Test
    void aRoundGivesFiveSeatsToTheBestFiveOfTwoHundred() {
        bench.post(
                programme("demo").setMode(ClearingMode.ROUND).setClearingAt(List.of(MarketBench.START.plusSeconds(5))));
        bench.post(internship("demo", "i1", 5));
        for (int s = 0; s < 200; s++) {
            bench.post(student("demo", "s" + s, s < 3 ? 5 : 1 + s % 4));
        }
        bench.pass(Duration.ofSeconds(6));

        List<PlacementOffer> proposals = bench.proposals();
        assertThat(proposals).hasSize(5);
        assertThat(proposals).extracting(PlacementOffer::getStudentId).contains("s0", "s1", "s2");
        assertThat(proposals).extracting(PlacementOffer::getInternshipRank).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        ClearingReport report = only(bench.reports());
        assertThat(report.getBlockingPairs()).isZero();
        assertThat(report.getUnmatched()).isEqualTo(195);
        assertThat(report.getOffsets()).containsEntry("student-profiles", 200L).containsEntry("programmes", 1L);
    }

    private void oneOfEach() {
        bench.post(programme("demo")).post(internship("demo", "i1", 1)).post(student("demo", "s1", 3));
        bench.settle();
    }

    private PlacementOffer proposed() {
        oneOfEach();
        return only(bench.proposals());
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }
}
