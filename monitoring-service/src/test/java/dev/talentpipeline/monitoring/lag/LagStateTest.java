package dev.talentpipeline.monitoring.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagStateTest {

    private static final LagState.Rule RULE = new LagState.Rule(Duration.ofSeconds(10), Duration.ofSeconds(8));
    private static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
    private static final Place PLACE = new Place("matching-service", "student-profiles", 0);

    @Test
    void whatIsReadAtOnceIsOk() {
        assertThat(state(seen(0, 10, 0, null), seen(4, 14, 0, null), seen(8, 20, 0, null)))
                .isEqualTo(LagState.OK);
    }

    @Test
    void whatMovesAndHasNotWaitedLongIsOk() {
        assertThat(state(seen(0, 10, 50, -1), seen(4, 40, 60, 2), seen(8, 70, 70, 5)))
                .isEqualTo(LagState.OK);
    }

    @Test
    void whatMovesAndHasWaitedLongLags() {
        assertThat(state(seen(0, 10, 50, -30), seen(4, 40, 60, -28), seen(8, 70, 70, -26)))
                .isEqualTo(LagState.LAGGING);
        assertThat(state(seen(8, 70, 70, -2))).isEqualTo(LagState.OK);
        assertThat(state(seen(8, 70, 70, -3))).isEqualTo(LagState.LAGGING);
    }

    @Test
    void whatWaitsAndDoesNotMoveIsStuckOnceItsTimeIsOver() {
        assertThat(state(seen(0, 10, 1, -1), seen(4, 10, 2, -1))).isEqualTo(LagState.OK);
        assertThat(state(seen(0, 10, 1, -1), seen(4, 10, 2, -1), seen(8, 10, 2, -1)))
                .isEqualTo(LagState.STUCK);
    }

    @Test
    void whatHasOnlyJustBegunToWaitIsNotStuck() {
        assertThat(state(seen(0, 10, 0, null), seen(4, 10, 0, null), seen(8, 10, 1, 7)))
                .isEqualTo(LagState.OK);
    }

    @Test
    void whatMovedOnceIsNotStuckYet() {
        assertThat(state(seen(0, 10, 1, -1), seen(4, 11, 2, -1), seen(8, 11, 2, -1)))
                .isEqualTo(LagState.OK);
    }

    @Test
    void nobodyReadingIsStoppedWhetherOrNotAnythingWaits() {
        assertThat(state(gone(0, 0), gone(4, 0), gone(8, 0))).isEqualTo(LagState.STOPPED);
        assertThat(state(gone(0, 3), gone(4, 3), gone(8, 3))).isEqualTo(LagState.STOPPED);
    }

    @Test
    void aRestartIsNoStop() {
        assertThat(state(seen(0, 10, 0, null), gone(4, 0), gone(8, 0))).isEqualTo(LagState.OK);
        assertThat(state(gone(0, 0), gone(4, 0), seen(8, 10, 0, null))).isEqualTo(LagState.OK);
    }

    @Test
    void aBacklogThatShrinksSaysWhenItIsCleared() {
        Lag lag = Lag.over(PLACE, List.of(seen(0, 10, 100, 0), seen(10, 70, 40, 0)), RULE);

        assertThat(lag.trendPerSecond()).isEqualTo(-6);
        assertThat(lag.toClear()).isEqualTo(Duration.ofMillis(6_666));
    }

    @Test
    void aBacklogThatGrowsOrIsNoneSaysNothing() {
        assertThat(Lag.over(PLACE, List.of(seen(0, 10, 40, 0), seen(10, 70, 100, 0)), RULE)
                        .toClear())
                .isNull();
        assertThat(Lag.over(PLACE, List.of(seen(0, 10, 40, 0), seen(10, 50, 0, null)), RULE)
                        .toClear())
                .isNull();
        assertThat(Lag.over(PLACE, List.of(seen(0, 10, 40, 0)), RULE).toClear()).isNull();
    }

    private static LagState state(Observation... window) {
        return LagState.of(List.of(window), RULE);
    }

    /** With members; the oldest event reached the broker so many seconds after the start. */
    private static Observation seen(int second, long committed, long events, Integer oldestSecond) {
        return new Observation(
                START.plusSeconds(second),
                true,
                committed,
                committed + events,
                events,
                events,
                oldestSecond == null ? null : START.plusSeconds(oldestSecond));
    }

    private static Observation gone(int second, long events) {
        return new Observation(
                START.plusSeconds(second), false, 10, 10 + events, events, events, events == 0 ? null : START);
    }
}
