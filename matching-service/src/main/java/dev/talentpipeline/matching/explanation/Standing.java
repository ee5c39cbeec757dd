package dev.talentpipeline.matching.explanation;

import dev.talentpipeline.matching.clearing.Cutoff.Admitted;
import dev.talentpipeline.matching.clearing.StandingCutoff;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.RequiredSkill;
import dev.talentpipeline.matching.preference.Rule;
import dev.talentpipeline.matching.preference.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a student and an internship stand with each other, from the side of whoever asks.
 *
 * @param verdict may the two meet, and if so how well do they suit each other
 * @param cutoff how far down the internship has admitted; null: it has not been cleared yet
 */
public record Standing(
        Student student,
        Internship internship,
        Verdict verdict,
        @Nullable StandingCutoff cutoff) {

    /** May the two meet. */
    public sealed interface Verdict {}

    /**
     * No.
     *
     * @param reason the first rule that fails
     * @param lackingSkills required skills that the student has not, or at too low a level, whatever the reason
     */
    public record Ineligible(Rule reason, List<RequiredSkill> lackingSkills) implements Verdict {
        public Ineligible {
            lackingSkills = List.copyOf(lackingSkills);
        }
    }

    /**
     * Yes.
     *
     * @param rank place of the other in the asker's order, 1 is best
     * @param listed whether the other is on the asker's own list, and not only placed by score
     * @param priority what the internship thinks of the student, to be held against the cutoff
     * @param prospect what the seats of the internship, as they are now, hold for the student
     */
    public record Eligible(int rank, boolean listed, Score score, Admitted priority, Prospect prospect)
            implements Verdict {}
}
