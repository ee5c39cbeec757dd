package dev.talentpipeline.console.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule about what must follow what, with how much waits for it. */
public record Expectation(
        String rule,
        String zh,
        String en,
        Duration within,
        Duration usually,
        long open,
        long overdue,
        @Nullable Instant oldestAt) {

    /** Beyond it the service does not count. */
    private static final long COUNTED = 10_000;

    /** A rule with who set its time, newest first. */
    public record Shown(Expectation expectation, List<Change> changes) {}

    public record Change(
            Instant at,
            Duration within,
            String by,
            @Nullable String onBehalfOf) {}

    public String words(String language) {
        return "zh".equals(language) ? zh : en;
    }

    public boolean isOverdue() {
        return overdue > 0;
    }

    /** How much of what waits is in time, or has not begun to count; null: so much is overdue that nobody has counted the rest. */
    public @Nullable Long notYetDue() {
        return isMore(overdue) ? null : open - overdue;
    }

    /** Whether its time was set. */
    public boolean isSet() {
        return !within.equals(usually);
    }

    /** Whether there are more than were counted. */
    public boolean isMore(long counted) {
        return counted >= COUNTED;
    }
}
