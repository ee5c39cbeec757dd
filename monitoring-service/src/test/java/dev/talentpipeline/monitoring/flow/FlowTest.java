package dev.talentpipeline.monitoring.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.talentpipeline.monitoring.flow.Flow.Declared;
import dev.talentpipeline.monitoring.flow.Flow.Delay;
import dev.talentpipeline.monitoring.flow.Flow.Drift;
import dev.talentpipeline.monitoring.flow.Flow.Reading;
import dev.talentpipeline.monitoring.flow.Flow.Seen;
import dev.talentpipeline.monitoring.flow.Flow.SeenReader;
import dev.talentpipeline.monitoring.flow.Flow.Writing;
import dev.talentpipeline.monitoring.lag.LagState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final Declared OFFERS =
            new Declared("offers", "internship-service", Set.of("matching-service", "notification-service"));

    private static final Instant FIRST = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(1);

    @Test
    void whatIsSeenAsDeclaredIsNoDrift() {
        Seen writer = writer("internship-service");
        SeenReader matching = reader("matching-service", true);
        SeenReader notification = reader("notification-service", true);

        assertThat(Flow.map(List.of(OFFERS), List.of(writer), List.of(matching, notification), LATER))
                .containsExactly(new Flow(
                        "offers",
                        List.of(new Writing("internship-service", Drift.NONE, writer)),
                        List.of(
                                new Reading("matching-service", Drift.NONE, matching),
                                new Reading("notification-service", Drift.NONE, notification))));
    }

    @Test
    void whoWritesOrReadsUndeclaredIsMarked() {
        Flow flow = only(
                List.of(writer("internship-service"), writer("a-script")),
                List.of(reader("matching-service", true), reader("notification-service", true), reader("kcat", true)));

        assertThat(flow.writers())
                .extracting(Writing::service, Writing::drift)
                .containsExactly(tuple("internship-service", Drift.NONE), tuple("a-script", Drift.UNDECLARED));
        assertThat(only(List.of(writer("a-script")), List.of()).writers())
                .extracting(Writing::service, Writing::drift)
                .containsExactly(tuple("internship-service", Drift.MISSING), tuple("a-script", Drift.UNDECLARED));
        assertThat(flow.readers()).extracting(Reading::group, Reading::drift).contains(tuple("kcat", Drift.UNDECLARED));
    }

    @Test
    void aReaderThatReadsNothingIsMissingOnlyWhereThereIsSomething() {
        assertThat(only(List.of(writer("internship-service")), List.of(reader("matching-service", false)))
                        .readers())
                .extracting(Reading::drift)
                .containsExactly(Drift.MISSING, Drift.MISSING);
        assertThat(only(List.of(), List.of(reader("matching-service", false))).readers())
                .extracting(Reading::drift)
                .containsExactly(Drift.NONE, Drift.NONE);
        assertThat(only(List.of(), List.of()).writers())
                .containsExactly(new Writing("internship-service", Drift.NONE, null));
    }

    @Test
    void aReaderHasTimeToBegin() {
        List<Seen> writers = List.of(writer("internship-service"));

        assertThat(Flow.map(List.of(OFFERS), writers, List.of(), FIRST)
                        .getFirst()
                        .readers())
                .extracting(Reading::drift)
                .containsExactly(Drift.NONE, Drift.NONE);
        assertThat(only(writers, List.of()).readers())
                .extracting(Reading::drift)
                .containsExactly(Drift.MISSING, Drift.MISSING);
    }

    @Test
    void delaysAreToldByTheBoundWithinWhichTheyWere() {
        List<Long> bounds = List.of(10L, 20L, 50L);

        assertThat(Delay.over(bounds, List.of(List.of(50L, 0L, 0L, 0L), List.of(0L, 46L, 3L, 1L))))
                .isEqualTo(new Delay(10, 20, 50));
        assertThat(Delay.over(bounds, List.of(List.of(0L, 0L, 0L, 2L)))).isEqualTo(new Delay(100, 100, 100));
        assertThat(Delay.over(bounds, List.of(List.of(), List.of(0L, 0L, 0L, 0L))))
                .isNull();
    }

    private static Flow only(List<Seen> writers, List<SeenReader> readers) {
        return Flow.map(List.of(OFFERS), writers, readers, LATER).getFirst();
    }

    private static Seen writer(String source) {
        return new Seen("offers", source, 3, FIRST, FIRST.plusSeconds(90), 0.1, null, 0);
    }

    private static SeenReader reader(String group, boolean begun) {
        return new SeenReader("offers", group, true, begun, 0, LagState.OK, null);
    }
}
