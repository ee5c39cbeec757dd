package dev.talentpipeline.monitoring.expectation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands.
 *
 * @param within how long it lets wait
 * @param counts what waits
 */
public record Standing(Rule rule, Duration within, Counts counts) {

    /**
     * What waits for what must follow. Beyond some thousands it is not counted on.
     *
     * @param open how many things
     * @param overdue how many of them for too long
     * @param oldestAt from when the time of the oldest overdue one counts; null: none is overdue
     */
    public record Counts(long open, long overdue, @Nullable Instant oldestAt) {}
}
