package dev.talentpipeline.stack.client;

import java.time.LocalDate;
import java.util.List;

/**
 * What a university puts to {@code /api/v1/programmes/{programme}/students/{number}}.
 *
 * @param minimumStipend CNY a month
 * @param regions ISO 3166-2; empty: any
 * @param preferences ids of internships, best first
 */
public record StudentBody(
        String name,
        String email,
        String phone,
        String language,
        Degree degree,
        String major,
        LocalDate graduatesOn,
        List<SkillLevel> skills,
        List<String> occupations,
        List<String> researchTopics,
        List<String> regions,
        boolean remote,
        LocalDate availableFrom,
        LocalDate availableUntil,
        int daysPerWeek,
        int minimumStipend,
        List<String> preferences,
        boolean onlyThese,
        boolean consent) {

    /** The same student with another list of internships. */
    public StudentBody withPreferences(List<String> internships) {
        return new StudentBody(
                name,
                email,
                phone,
                language,
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
                internships,
                onlyThese,
                consent);
    }
}
