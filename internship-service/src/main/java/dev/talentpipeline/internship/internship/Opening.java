package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a company offers.
 *
 * @param region ISO 3166-2; null: remote only
 * @param stipend CNY a month
 * @param majors admitted; empty: all
 * @param preferences students, best first
 * @param onlyThese whether only the listed students are acceptable
 * @param excluded students that are not acceptable
 * @param applyBy until when the opening takes part in clearings; null: as long as the programme
 */
public record Opening(
        String title,
        @Nullable String description,
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
        List<UUID> preferences,
        boolean onlyThese,
        List<UUID> excluded,
        @Nullable Instant applyBy) {

    public Opening {
        majors = List.copyOf(majors);
        requiredSkills = List.copyOf(requiredSkills);
        preferredSkills = List.copyOf(preferredSkills);
        researchTopics = List.copyOf(researchTopics);
        preferences = List.copyOf(preferences);
        excluded = List.copyOf(excluded);
    }

    Opening withSeats(int number) {
        return new Opening(
                title,
                description,
                occupation,
                region,
                remote,
                startsOn,
                weeks,
                daysPerWeek,
                stipend,
                number,
                minimumDegree,
                majors,
                requiredSkills,
                preferredSkills,
                researchTopics,
                preferences,
                onlyThese,
                excluded,
                applyBy);
    }

    /** The last day: the internship runs for whole weeks from its first. */
    public LocalDate endsOn() {
        return startsOn.plusWeeks(weeks).minusDays(1);
    }
}
