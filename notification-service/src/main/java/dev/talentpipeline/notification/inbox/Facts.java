package dev.talentpipeline.notification.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the event said, as far as a notice repeats it. Kept as it was then, so that a notice read later still says what
 * happened. Dates are the internship's first and last
 * day; null where it is about none.
 *
 * @param student the student in the programme, by a random id without meaning; null: it is about none, or an early release did not keep it
 * @param counts of an import its rows, by what became of them; otherwise empty
 * @param recorded of a step that waits to be confirmed when it was and who says so; null: none does, or an early release did not say
 */
public record Facts(
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant respondBy,
        @Nullable String reason,
        List<ScorePart> parts,
        List<String> matchedSkills,
        @Nullable String student,
        Map<String, Integer> counts,
        @Nullable Recorded recorded) {

    /** Of what is about no internship. */
    public static final Facts NONE = new Facts(null, null, null, null, List.of(), List.of());

    /** What was kept by a release that counted nothing has no counts. */
    public Facts {
        counts = counts == null ? Map.of() : Map.copyOf(counts);
    }

    /** What counts nothing. */
    public Facts(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant respondBy,
            @Nullable String reason,
            List<ScorePart> parts,
            List<String> matchedSkills,
            @Nullable String student) {
        this(startsOn, endsOn, respondBy, reason, parts, matchedSkills, student, Map.of(), null);
    }

    /** What is about no student, or says not which. */
    public Facts(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant respondBy,
            @Nullable String reason,
            List<ScorePart> parts,
            List<String> matchedSkills) {
        this(startsOn, endsOn, respondBy, reason, parts, matchedSkills, null);
    }

    /** Of an import: how it ended, and its rows by what became of them. */
    static Facts ofImport(String outcome, Map<String, Integer> rows) {
        return new Facts(null, null, null, outcome, List.of(), List.of(), null, rows, null);
    }

    /** What an organisation is told of it: nothing of how well the student fits. */
    Facts forDesk(@Nullable String what) {
        return new Facts(startsOn, endsOn, respondBy, what, List.of(), List.of(), student, Map.of(), recorded);
    }

    /**
     * A step as it was recorded.
     *
     * @param by COMPANY or UNIVERSITY
     */
    public record Recorded(LocalDate on, String by) {}

    /** One named part of the score: how well the pair does in it, 0 to 1, and what the part weighs. */
    public record ScorePart(String name, double value, double weight) {}
}
