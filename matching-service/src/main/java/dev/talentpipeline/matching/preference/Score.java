package dev.talentpipeline.matching.preference;

import java.util.List;

/**
 * How well a student and an internship suit each other, and why. One score serves both sides.
 *
 * @param millionths the weighted mean of the parts, 0 to {@link #WHOLE}: a whole number, so that what is shown as equal is equal
 * @param matchedSkills skills of the internship that the student has at the level asked
 * @param missingSkills preferred skills of the internship that the student lacks
 */
public record Score(int millionths, List<PartScore> parts, List<String> matchedSkills, List<String> missingSkills) {

    /** The best possible score in millionths. */
    public static final int WHOLE = 1_000_000;

    /** One part: its value in [0,1] and what it weighs. */
    public record PartScore(Part part, double value, double weight) {}

    public Score {
        parts = List.copyOf(parts);
        matchedSkills = List.copyOf(matchedSkills);
        missingSkills = List.copyOf(missingSkills);
    }

    public double value() {
        return (double) millionths / WHOLE;
    }
}
