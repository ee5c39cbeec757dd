package dev.talentpipeline.stack.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a company puts to {@code /api/v1/programmes/{programme}/internships/{reference}}.
 *
 * @param region ISO 3166-2; null: remote only
 * @param stipend CNY a month
 * @param majors empty: all
 * @param preferences ids of students, best first
 * @param applyBy until when the opening takes part in clearings; null: as long as its programme
 */
public record InternshipBody(
        String title,
        String description,
        String occupation,
        @Nullable String region,
        boolean remote,
        LocalDate startsOn,
        int weeks,
        int daysPerWeek,
        int stipend,
        int seats,
        Degree minimumDegree,
        List<String> majors,
        List<SkillLevel> requiredSkills,
        List<String> preferredSkills,
        List<String> researchTopics,
        List<String> preferences,
        boolean onlyThese,
        List<String> excluded,
        @Nullable Instant applyBy) {

    /** The day after the last: the first on which the intern is free again. */
    public LocalDate endsBefore() {
        return startsOn.plusWeeks(weeks);
    }
}
