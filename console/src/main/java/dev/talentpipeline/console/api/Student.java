package dev.talentpipeline.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A student as their university and they themselves see them. */
public record Student(
        String id,
        @Nullable String state,
        @Nullable String name,
        @Nullable String degree,
        @Nullable String major,
        @Nullable String graduatesOn,
        @Nullable List<Skill> skills,
        @Nullable List<String> occupations,
        @Nullable List<String> researchTopics,
        @Nullable List<String> regions,
        @Nullable String availableFrom,
        @Nullable String availableUntil,
        @Nullable Integer daysPerWeek,
        @Nullable Integer minimumStipend) {

    /** A skill and its level, 1 to 5. */
    public record Skill(String id, @Nullable Integer level) {}

    public String shownName() {
        return name == null ? id : name;
    }
}
