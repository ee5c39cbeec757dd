package dev.talentpipeline.matching.market;

import static dev.talentpipeline.matching.market.InvalidFactsException.require;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The facts about a student that matching may see.
 *
 * @param skills level by skill, 1 (heard of) to 5 (teaches it)
 * @param regions regions that suit, the best first; empty: any
 * @param minimumStipend lowest stipend that suits, CNY a month
 */
public record Student(
        String id,
        long version,
        State state,
        String personId,
        String university,
        Degree degree,
        String major,
        Map<String, Integer> skills,
        List<String> occupations,
        List<String> researchTopics,
        List<String> regions,
        boolean remote,
        LocalDate availableFrom,
        LocalDate availableUntil,
        int daysPerWeek,
        int minimumStipend,
        PreferenceList preferences,
        boolean consent) {

    /** PAUSED: an offer expired unanswered; out of the market until the student acts. */
    public enum State {
        ACTIVE,
        PAUSED,
        WITHDRAWN
    }

    public Student {
        require(
                !availableUntil.isBefore(availableFrom),
                "availableUntil (" + availableUntil + ") must not be before availableFrom (" + availableFrom + ").");
        require(daysPerWeek >= 1 && daysPerWeek <= 7, "daysPerWeek (" + daysPerWeek + ") must be from 1 to 7.");
        SkillLevels.requireValid(skills);
        skills = Map.copyOf(skills);
        occupations = List.copyOf(occupations);
        researchTopics = List.copyOf(researchTopics);
        regions = List.copyOf(regions);
    }

    /** The same student, in the market only for what they themselves listed above an internship; one that they did not list is below all. */
    public Student onlyAbove(String internshipId) {
        List<String> listed = preferences.ids();
        int place = listed.indexOf(internshipId);
        return new Student(
                id,
                version,
                state,
                personId,
                university,
                degree,
                major,
                skills,
                occupations,
                researchTopics,
                regions,
                remote,
                availableFrom,
                availableUntil,
                daysPerWeek,
                minimumStipend,
                new PreferenceList(place < 0 ? listed : listed.subList(0, place), true),
                consent);
    }
}
