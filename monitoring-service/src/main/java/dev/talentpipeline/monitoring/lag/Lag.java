package dev.talentpipeline.monitoring.lag;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader is behind in one partition.
 *
 * @param latest the latest that was seen
 * @param trendPerSecond by how many events a second the backlog grew, or shrank, over what was seen
 * @param toClear how long it takes until nothing waits, if it goes on like that; null: nothing waits, or it does not shrink
 */
public record Lag(
        Place place,
        Observation latest,
        LagState state,
        double trendPerSecond,
        @Nullable Duration toClear) {

    private static final double MILLIS = 1_000.0;

    /**
     * The lag at the end of what was seen.
     *
     * @param window the oldest first; at least one
     */
    public static Lag over(Place place, List<Observation> window, LagState.Rule rule) {
        Observation first = window.getFirst();
        Observation latest = window.getLast();
        double seconds = Duration.between(first.at(), latest.at()).toMillis() / MILLIS;
        double trend = seconds > 0 ? (latest.events() - first.events()) / seconds : 0;
        return new Lag(
                place,
                latest,
                LagState.of(window, rule),
                trend,
                latest.events() > 0 && trend < 0
                        ? Duration.ofMillis((long) (latest.events() / -trend * MILLIS))
                        : null);
    }
}
