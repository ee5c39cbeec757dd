package dev.talentpipeline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.kit.kafka.ReaderReport.Read;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderReportTest {

    private static final int BROKERS_LIMIT_BYTES = 4_096;

    @Test
    void isReadAsItWasWrittenWithTheGapsOfTransactions() {
        var report = new ReaderReport(
                100,
                3,
                1,
                1,
                1,
                "5f3a",
                List.of(0L, 4L),
                List.of(
                        new Read(120, Outcome.APPLIED),
                        new Read(121, Outcome.APPLIED),
                        new Read(123, Outcome.DUPLICATE),
                        new Read(124, Outcome.DEAD),
                        new Read(127, Outcome.APPLIED),
                        new Read(128, Outcome.OTHER)));

        assertThat(report.encoded())
                .isEqualTo(
                        "r1 from=100 applied=3 duplicate=1 dead=1 other=1 schema=5f3a delays=0,4 tail=120:A2.1D1X1.2A1O1");
        assertThat(ReaderReport.parse(report.encoded())).contains(report);
        assertThat(ReaderReport.parse(ReaderReport.beginningAt(7).encoded())).contains(ReaderReport.beginningAt(7));
    }

    @Test
    void ofAReaderThatReadsAgainFromTheBeginningItListsOnlyTheSecondReading() {
        var account = new ReaderAccount(ReaderReport.beginningAt(0), null);
        List.of(0L, 2L, 4L).forEach(offset -> account.note(offset, Outcome.APPLIED, 1));
        var goingOn =
                new ReaderAccount(ReaderReport.parse(account.report().encoded()).orElseThrow(), null);

        List.of(0L, 2L).forEach(offset -> goingOn.note(offset, Outcome.DUPLICATE, 1));

        ReaderReport report = ReaderReport.parse(goingOn.report().encoded()).orElseThrow();
        assertThat(report.tail()).containsExactly(new Read(0, Outcome.DUPLICATE), new Read(2, Outcome.DUPLICATE));
        assertThat(report.applied() + report.duplicate()).isEqualTo(5);
    }

    @Test
    void saysOfWhatItListsHowOftenItWasTriedIfMoreThanOnce() {
        List<Read> reads = new ArrayList<>();
        for (int each = 0; each < 60; each++) {
            reads.add(new Read(each, Outcome.APPLIED, each < 30 ? 2 : each == 59 ? 11 : 1));
        }
        var report = new ReaderReport(0, 60, 0, 0, 0, null, List.of(), reads);

        List<Read> read = ReaderReport.parse(report.encoded()).orElseThrow().tail();

        // Of so many that were tried again those are said that came last.
        assertThat(read).hasSize(60);
        assertThat(read.subList(11, 60)).isEqualTo(reads.subList(11, 60));
        assertThat(read.subList(0, 11)).extracting(Read::attempts).containsOnly(1);
        assertThat(report.encoded()).contains(" retried=11x2,12x2,", ",29x2,59x11 tail=0:A60");
    }

    @Test
    void leavesOutTheOldestThatDoNotFitAndCountsThemAllTheSame() {
        List<Read> reads = new ArrayList<>();
        for (int each = 0; each < 1_500; each++) {
            reads.add(new Read(2L * each, each % 2 == 0 ? Outcome.APPLIED : Outcome.DUPLICATE));
        }
        var report = new ReaderReport(0, 750, 750, 0, 0, null, List.of(), reads);

        String encoded = report.encoded();
        ReaderReport read = ReaderReport.parse(encoded).orElseThrow();

        assertThat(encoded.length()).isLessThan(BROKERS_LIMIT_BYTES);
        assertThat(read.records()).isEqualTo(1_500);
        assertThat(read.tail())
                .hasSizeGreaterThan(600)
                .isEqualTo(reads.subList(1_500 - read.tail().size(), 1_500));
    }

    @Test
    void anAccountGoesOnFromItsReportAndTellsHowSoonItWasDone() {
        var account = new ReaderAccount(ReaderReport.beginningAt(5), "5f3a");
        account.note(5, Outcome.APPLIED, -3);
        account.note(6, Outcome.DUPLICATE, 5);
        account.note(8, Outcome.DEAD, 1_000_000);
        var gone =
                new ReaderAccount(ReaderReport.parse(account.report().encoded()).orElseThrow(), "other");
        gone.note(9, Outcome.APPLIED, 6);

        ReaderReport report = gone.report();

        assertThat(report.records()).isEqualTo(4);
        assertThat(report.schema()).isEqualTo("other");
        assertThat(report.delays())
                .hasSize(ReaderReport.DELAY_BOUNDS_MS.size() + 1)
                .startsWith(1L, 0L, 1L, 1L, 0L)
                .endsWith(0L, 1L);
        assertThat(report.tail()).extracting(Read::offset).containsExactly(5L, 6L, 8L, 9L);
    }

    @Test
    void whatAnEarlierVersionWroteIsRead() {
        assertThat(ReaderReport.parse("r1 from=1 applied=2 duplicate=0 dead=0 other=0 tail=1:A2"))
                .contains(new ReaderReport(
                        1,
                        2,
                        0,
                        0,
                        0,
                        null,
                        List.of(),
                        List.of(new Read(1, Outcome.APPLIED), new Read(2, Outcome.APPLIED))));
    }

    @Test
    void whatSomebodyElseWroteThereIsNone() {
        assertThat(ReaderReport.parse(null)).isEmpty();
        assertThat(ReaderReport.parse("")).isEmpty();
        assertThat(ReaderReport.parse("AgAAAY")).isEmpty();
        assertThat(ReaderReport.parse("r1 from=1 applied=x duplicate=0 dead=0 other=0 tail="))
                .isEmpty();
    }
}
