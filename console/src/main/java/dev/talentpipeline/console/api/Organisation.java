package dev.talentpipeline.console.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A university or a company. */
public record Organisation(
        String id,
        @Nullable String kind,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String state,
        @Nullable String creditCode,
        @Nullable String contactEmail,
        @Nullable Instant changedAt) {

    public String shownName(String language) {
        String name = "zh".equals(language) ? nameZh : nameEn;
        return name == null ? id : name;
    }

    public boolean isCompany() {
        return "COMPANY".equals(kind);
    }
}
