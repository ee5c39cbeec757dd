package dev.talentpipeline.console.api;

import org.jspecify.annotations.Nullable;

/**
 * An opening, as its company sees it, and as far as a student may see it.
 *
 * @param taken seats that offers hold; told to its company only
 */
public record Internship(
        String id,
        @Nullable String state,
        @Nullable String title,
        @Nullable String company,
        @Nullable String region,
        @Nullable String startsOn,
        @Nullable Integer weeks,
        @Nullable Integer stipend,
        @Nullable Integer seats,
        @Nullable Integer taken) {

    public String shownTitle() {
        return title == null ? id : title;
    }
}
