package dev.talentpipeline.monitoring.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** How a reader gets on with one partition, from best to worst. */
public enum LagState {
    /** What comes is read at once, or soon. */
    OK,
    /** It goes on, and yet the oldest event has waited too long. */
    LAGGING,
    /** Events wait and the reader has members, but nothing moves. */
    STUCK,
    /** Nobody reads. */
    STOPPED;

    /**
     * When a reader is what.
     *
     * @param tolerated how long an event may wait before the reader is said to lag
     * @param patience how long nothing must have moved, or nobody have read, before that is said: longer than a restart's gap between two members
     */
    public record Rule(Duration tolerated, Duration patience) {}

    /**
     * The state at the latest of the observations.
     *
     * @param window observations of one partition, the oldest first; at least one
     */
    public static LagState of(List<Observation> window, Rule rule) {
        Observation latest = window.getLast();
        if (holds(window, seen -> !seen.running(), rule.patience())) {
            return STOPPED;
        }
        if (holds(window, seen -> seen.events() > 0 && seen.committed() == latest.committed(), rule.patience())) {
            return STUCK;
        }
        Instant oldest = latest.oldestAt();
        return latest.events() > 0
                        && oldest != null
                        && Duration.between(oldest, latest.at()).compareTo(rule.tolerated()) > 0
                ? LAGGING
                : OK;
    }

    /** Whether it was so at every look for at least that long, up to the latest. */
    private static boolean holds(List<Observation> window, Predicate<Observation> what, Duration atLeast) {
        Instant since = null;
        for (Observation seen : window.reversed()) {
            if (!what.test(seen)) {
                break;
            }
            since = seen.at();
        }
        return since != null && Duration.between(since, window.getLast().at()).compareTo(atLeast) >= 0;
    }
}
