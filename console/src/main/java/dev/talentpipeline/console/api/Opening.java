package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An opening as whoever might take it sees it. */
public record Opening(
        String id,
        @Nullable String state,
        @Nullable String title,
        @Nullable String description,
        @Nullable String company,
        @Nullable String occupation,
        @Nullable String region,
        @Nullable Boolean remote,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable Integer weeks,
        @Nullable Integer daysPerWeek,
        @Nullable Integer stipend,
        @Nullable Integer seats,
        @Nullable String minimumDegree,
        @Nullable List<Student.Skill> requiredSkills,
        @Nullable Instant applyBy) {

    public String shownTitle() {
        return title == null ? id : title;
    }
}
