package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a student that matching may see.
 *
 * @param regions that suit, ISO 3166-2; empty: any
 * @param minimumStipend lowest stipend that suits, CNY a month
 * @param preferences internships, best first
 * @param onlyThese whether only the listed internships are acceptable
 * @param school of the university that the student belongs to, as the university says; endorsements go by it, matching does not, so
 *     that it is not told
 * @param consent whether consent to be matched was given
 */
public record StudentProfile(
        Degree degree,
        String major,
        @Nullable LocalDate graduatesOn,
        List<SkillLevel> skills,
        List<String> occupations,
        List<String> researchTopics,
        List<String> regions,
        boolean remote,
        LocalDate availableFrom,
        LocalDate availableUntil,
        int daysPerWeek,
        int minimumStipend,
        List<UUID> preferences,
        boolean onlyThese,
        boolean consent,
        @Nullable String school) {

    public StudentProfile {
        skills = List.copyOf(skills);
        occupations = List.copyOf(occupations);
        researchTopics = List.copyOf(researchTopics);
        regions = List.copyOf(regions);
        preferences = List.copyOf(preferences);
    }

    /** The same profile with or without consent. */
    StudentProfile consenting(boolean given) {
        return with(given, school);
    }

    /** The same profile of a student of that school; null: of none. */
    StudentProfile ofSchool(@Nullable String named) {
        return with(consent, named);
    }

    private StudentProfile with(boolean given, @Nullable String named) {
        return new StudentProfile(
                degree,
                major,
                graduatesOn,
                skills,
                occupations,
                researchTopics,
                regions,
                remote,
                availableFrom,
                availableUntil,
                daysPerWeek,
                minimumStipend,
                preferences,
                onlyThese,
                given,
                named);
    }
}
