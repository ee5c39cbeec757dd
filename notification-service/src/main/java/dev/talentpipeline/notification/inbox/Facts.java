package dev.talentpipeline.notification.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the event said, as far as a notice repeats it. Kept as it was then, so that a notice read later still says what
 * happened. Dates are the internship's first and last
 * day; null where it is about none.
 *
 * @param student the student in the programme, by a random id without meaning; null: it is about none, or an early release did not keep it
 */
public record Facts(
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant respondBy,
        @Nullable String reason,
        List<ScorePart> parts,
        List<String> matchedSkills,
        @Nullable String student) {

    /** Of what is about no internship. */
    public static final Facts NONE = new Facts(null, null, null, null, List.of(), List.of());

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

    /** What an organisation is told of it: nothing of how well the student fits. */
    Facts forDesk(@Nullable String what) {
        return new Facts(startsOn, endsOn, respondBy, what, List.of(), List.of(), student);
    }

    /** One named part of the score: how well the pair does in it, 0 to 1, and what the part weighs. */
    public record ScorePart(String name, double value, double weight) {}
}
