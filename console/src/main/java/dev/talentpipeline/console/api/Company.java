package dev.talentpipeline.console.api;

import org.jspecify.annotations.Nullable;

/** A company, as universities see it, which verify companies. */
public record Company(
        String id,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String state,
        @Nullable String creditCode) {

    public String shownName(String language) {
        String name = "zh".equals(language) ? nameZh : nameEn;
        return name == null ? id : name;
    }
}
