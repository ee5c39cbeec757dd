package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What taking back the offers of one matching round would do, or has done. */
public record Recall(
        @Nullable Long clearing,
        @Nullable Instant recalledAt,
        @Nullable String by,
        @Nullable Map<String, Integer> takesBack,
        @Nullable Map<String, Integer> stays,
        @Nullable Integer takenBack) {

    public int open() {
        return takesBack == null
                ? 0
                : takesBack.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int committed() {
        return stays == null
                ? 0
                : stays.values().stream().mapToInt(Integer::intValue).sum();
    }
}
