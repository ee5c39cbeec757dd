package dev.talentpipeline.console.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is promised of the pipeline's pace, and whether it is kept. */
public record ServiceLevel(
        String level,
        String zh,
        String en,
        String unit,
        Duration within,
        BigDecimal objective,
        Duration over,
        String state,
        long measured,
        long good,
        @Nullable BigDecimal share,
        @Nullable Long budgetLeft,
        @Nullable Double burn) {

    /** A level with what it would be by itself and who set its target, newest first. */
    public record Shown(ServiceLevel level, Target usually, List<Change> changes) {}

    public record Target(Duration within, BigDecimal objective, Duration over) {}

    public record Change(
            Instant at, Target target, String by, @Nullable String onBehalfOf) {}

    public String words(String language) {
        return "zh".equals(language) ? zh : en;
    }
}
