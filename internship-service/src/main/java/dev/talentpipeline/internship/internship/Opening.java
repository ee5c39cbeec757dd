package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * @param applyBy on which day it can be applied for last; null: as long as the programme
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
        return with(number, preferences, onlyThese, excluded, applyBy);
    }

    /** The last day: the internship runs for whole weeks from its first. */
    public LocalDate endsOn() {
        return startsOn.plusWeeks(weeks).minusDays(1);
    }

    /** When it closes: at the end of the day of {@link #applyBy} in the zone; null: as long as the programme. */
    @Nullable Instant closesAt(ZoneId zone) {
        return applyBy == null
                ? null
                : applyBy.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant();
    }

    /** Whether it says the same to students; seats, last day and its own lists are the company's to change at any time. */
    boolean isPublishedLike(Opening other) {
        return published().equals(other.published());
    }

    private Opening published() {
        return with(1, List.of(), false, List.of(), null);
    }

    /** This opening with another of what is the company's to change at any time. */
    private Opening with(int number, List<UUID> listed, boolean only, List<UUID> barred, @Nullable Instant lastDay) {
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
                listed,
                only,
                barred,
                lastDay);
    }
}
