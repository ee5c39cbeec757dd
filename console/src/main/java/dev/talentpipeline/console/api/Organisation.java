package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A university or a company.
 *
 * @param possible what the caller can decide about it now
 */
public record Organisation(
        String id,
        @Nullable String kind,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String state,
        @Nullable String creditCode,
        @Nullable String contactEmail,
        @Nullable Instant changedAt,
        @Nullable List<String> possible) {

    public String shownName(String language) {
        String name = "zh".equals(language) ? nameZh : nameEn;
        return name == null ? id : name;
    }

    /** Whether the caller can do this with it now. */
    public boolean can(String act) {
        return possible != null && possible.contains(act);
    }
}
