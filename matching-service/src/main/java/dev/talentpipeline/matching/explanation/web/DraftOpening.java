package dev.talentpipeline.matching.explanation.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.PreferenceList;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What an opening that is not posted yet would require; what is not said requires nothing. The names are those of the parameters. */
record DraftOpening(
        @Nullable String region,
        @Nullable Boolean remote,
        @Nullable LocalDate startsOn,
        @Nullable Integer weeks,
        @Nullable Integer daysPerWeek,
        @Nullable Integer stipend,
        @Nullable Degree minimumDegree,
        @Nullable List<String> majors,
        @Nullable List<String> requiredSkills) {

    private static final String DRAFT = "draft";

    /** As if the company had posted it, and nobody had seen it. */
    Internship of(String company) {
        if (startsOn == null) {
            throw refused("startsOn", null, "Send the first day, such as 2027-03-01.");
        }
        if (weeks == null) {
            throw refused("weeks", null, "Send a number from 1 to 156.");
        }
        return new Internship(
                DRAFT,
                0,
                Internship.State.OPEN,
                company,
                DRAFT,
                DRAFT,
                region == null || region.isEmpty() ? null : region,
                remote != null && remote,
                startsOn,
                within("weeks", weeks, 1, 156),
                daysPerWeek == null ? 1 : within("daysPerWeek", daysPerWeek, 1, 7),
                stipend == null ? 0 : within("stipend", stipend, 0, 1_000_000),
                1,
                minimumDegree == null ? Degree.ASSOCIATE : minimumDegree,
                majors == null ? Set.of() : Set.copyOf(majors),
                levels(requiredSkills == null ? List.of() : requiredSkills),
                Set.of(),
                List.of(),
                PreferenceList.NONE,
                Set.of(),
                null);
    }

    /** `python:3`; without a level, 3. */
    private static Map<String, Integer> levels(List<String> skills) {
        Map<String, Integer> levels = new HashMap<>();
        for (String skill : skills) {
            String[] parts = skill.split(":", 2);
            try {
                levels.put(parts[0], within("requiredSkills", parts.length < 2 ? 3 : Integer.parseInt(parts[1]), 1, 5));
            } catch (NumberFormatException e) {
                throw refused("requiredSkills", skill, "Name each skill with its level, such as python:3.");
            }
        }
        return levels;
    }

    private static int within(String parameter, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(parameter, value, "Send a number from %d to %d.".formatted(least, most));
        }
        return value;
    }

    private static ProblemException refused(String parameter, @Nullable Object value, String remedy) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", parameter + " (" + value + ") is not allowed.")
                .field(parameter)
                .value(value)
                .remedy(remedy)
                .asException();
    }
}
