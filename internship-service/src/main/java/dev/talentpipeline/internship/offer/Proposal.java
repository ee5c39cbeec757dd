package dev.talentpipeline.internship.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the matcher proposes: this seat for this student.
 *
 * @param id the same programme, clearing, student and internship always give the same id
 * @param seen the versions that the clearing saw
 * @param studentRank place of the internship in the student's preferences, 1 is best
 * @param internshipRank place of the student in the internship's preferences, 1 is best, among those who met in that clearing
 * @param replaces the kept offer that this one would replace
 */
public record Proposal(
        UUID id,
        String programme,
        long clearing,
        UUID student,
        UUID internship,
        Versions seen,
        Explanation explanation,
        int studentRank,
        int internshipRank,
        @Nullable UUID replaces,
        Instant proposedAt) {

    /** Versions of the three entities that an offer rests on. */
    public record Versions(long programme, long student, long internship) {}

    /** Why the two were matched. */
    public record Explanation(double score, List<Part> parts, List<String> matchedSkills, List<String> missingSkills) {
        public Explanation {
            parts = List.copyOf(parts);
            matchedSkills = List.copyOf(matchedSkills);
            missingSkills = List.copyOf(missingSkills);
        }
    }

    /** One named part of the score: how well the pair does in it, 0 to 1, and what it weighs. */
    public record Part(String name, double value, double weight) {}
}
