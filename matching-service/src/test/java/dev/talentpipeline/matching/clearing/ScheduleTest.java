package dev.talentpipeline.matching.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.market.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2027-01-10T08:00:00Z");

    @Test
    void aRollingProgrammeWithoutAChangeHasNothingToDo() {
        Schedule idle = new Schedule(null, NOW.minusSeconds(60), null);

        assertThat(idle.rollingDue(rolling(null, null), NOW)).isFalse();
        assertThat(idle.next(rolling(null, null), NOW)).isEmpty();
    }

    @Test
    void aChangeIsClearedAtOnceAfterALongRestAndOtherwiseAfterTheInterval() {
        Schedule rested = new Schedule(NOW, NOW.minusSeconds(60), null);
        Schedule tired = new Schedule(NOW, NOW.minusSeconds(4), null);

        assertThat(rested.rollingDue(rolling(null, null), NOW)).isTrue();
        assertThat(tired.rollingDue(rolling(null, null), NOW)).isFalse();
        assertThat(tired.next(rolling(null, null), NOW)).contains(NOW.plusSeconds(6));
    }

    @Test
    void aChangeBeforeTheOpeningWaitsForIt() {
        Programme later = rolling(NOW.plusSeconds(5), null);
        Schedule changed = new Schedule(NOW, null, null);

        assertThat(changed.rollingDue(later, NOW)).isFalse();
        assertThat(changed.next(later, NOW)).contains(NOW.plusSeconds(5));
        assertThat(changed.rollingDue(later, NOW.plusSeconds(5))).isTrue();
    }

    @Test
    void aChangeAfterTheCloseWaitsForNothing() {
        Programme over = rolling(null, NOW);
        Schedule changed = new Schedule(NOW, null, null);

        assertThat(changed.rollingDue(over, NOW)).isFalse();
        assertThat(changed.next(over, NOW)).isEmpty();
    }

    @Test
    void aRoundIsDueFromItsInstantOnUntilItIsDone() {
        Programme rounds = round(NOW.minusSeconds(10), NOW, NOW.plusSeconds(10));

        assertThat(new Schedule(null, null, null).roundDue(rounds, NOW)).contains(NOW);
        assertThat(new Schedule(null, null, NOW).roundDue(rounds, NOW)).isEmpty();
        assertThat(new Schedule(null, null, NOW).next(rounds, NOW)).contains(NOW.plusSeconds(10));
        assertThat(new Schedule(null, null, NOW.plusSeconds(10)).next(rounds, NOW))
                .isEmpty();
    }

    @Test
    void aRoundProgrammeDoesNotClearForAChange() {
        assertThat(new Schedule(NOW, null, null).rollingDue(round(NOW.plusSeconds(10)), NOW))
                .isFalse();
    }

    private static Programme rolling(@Nullable Instant opensAt, @Nullable Instant closesAt) {
        return programme(Programme.Mode.ROLLING, List.of(), opensAt, closesAt);
    }

    private static Programme round(Instant... instants) {
        return programme(Programme.Mode.ROUND, List.of(instants), null, null);
    }

    private static Programme programme(
            Programme.Mode mode, List<Instant> instants, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        return new Programme(
                "demo",
                1,
                1,
                "u-north",
                Programme.State.RUNNING,
                mode,
                Duration.ofSeconds(10),
                instants,
                opensAt,
                closesAt,
                Programme.Lists.FILLED,
                Set.of(),
                Set.of(),
                Map.of(),
                "seed");
    }
}
