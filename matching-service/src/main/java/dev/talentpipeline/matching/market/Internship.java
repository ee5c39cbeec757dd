package dev.talentpipeline.matching.market;

import static dev.talentpipeline.matching.market.InvalidFactsException.require;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts about an opening that matching needs.
 *
 * @param region where it is done; null: remote only
 * @param weeks length in weeks
 * @param stipend CNY a month
 * @param majors majors admitted; empty: all
 * @param requiredSkills least level by skill
 * @param excluded students that are not acceptable
 * @param applyBy until when it takes part in clearings; null: without end
 */
public record Internship(
        String id,
        long version,
        State state,
        String company,
        String title,
        String occupation,
        @Nullable String region,
        boolean remote,
        LocalDate startsOn,
        int weeks,
        int daysPerWeek,
        int stipend,
        int seats,
        Degree minimumDegree,
        Set<String> majors,
        Map<String, Integer> requiredSkills,
        Set<String> preferredSkills,
        List<String> researchTopics,
        PreferenceList preferences,
        Set<String> excluded,
        @Nullable Instant applyBy) {

    /** Only OPEN takes anybody new. WAITING and REJECTED are not seen; WITHDRAWN and CLOSED were. */
    public enum State {
        OPEN,
        WITHDRAWN,
        WAITING,
        REJECTED,
        CLOSED
    }

    public Internship {
        require(seats > 0, "seats (" + seats + ") must be positive. Maybe withdraw the internship instead.");
        require(weeks > 0, "weeks (" + weeks + ") must be positive.");
        require(daysPerWeek >= 1 && daysPerWeek <= 7, "daysPerWeek (" + daysPerWeek + ") must be from 1 to 7.");
        require(stipend >= 0, "stipend (" + stipend + ") must not be negative.");
        SkillLevels.requireValid(requiredSkills);
        majors = Set.copyOf(majors);
        requiredSkills = Map.copyOf(requiredSkills);
        preferredSkills = Set.copyOf(preferredSkills);
        researchTopics = List.copyOf(researchTopics);
        excluded = Set.copyOf(excluded);
    }

    /** Whether it takes anybody new now. */
    public boolean openAt(Instant now) {
        return state == State.OPEN && (applyBy == null || now.isBefore(applyBy));
    }

    /** Whether it may be shown to others than its company. */
    public boolean isSeen() {
        return switch (state) {
            case OPEN, WITHDRAWN, CLOSED -> true;
            case WAITING, REJECTED -> false;
        };
    }

    /** The last day, both ends included. */
    public LocalDate endsOn() {
        return startsOn.plusWeeks(weeks).minusDays(1);
    }
}
