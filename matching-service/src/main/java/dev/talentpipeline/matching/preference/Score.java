package dev.talentpipeline.matching.preference;

import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Student;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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

    /**
     * The score of a pair, with the skills that explain it.
     *
     * @param values the value of each part, in the order of {@link Part}
     */
    public static Score of(
            Student student, Internship internship, ScoringPolicy policy, int millionths, double[] values) {
        List<PartScore> parts = new ArrayList<>();
        Part[] named = Part.values();
        for (int at = 0; at < named.length; at++) {
            parts.add(new PartScore(named[at], values[at], policy.weight(named[at])));
        }
        TreeSet<String> matched = new TreeSet<>();
        internship.preferredSkills().stream()
                .filter(student.skills()::containsKey)
                .forEach(matched::add);
        internship.requiredSkills().forEach((skill, least) -> {
            if (student.skills().getOrDefault(skill, 0) >= least) {
                matched.add(skill);
            }
        });
        TreeSet<String> missing = new TreeSet<>(internship.preferredSkills());
        missing.removeAll(matched);
        return new Score(millionths, parts, List.copyOf(matched), List.copyOf(missing));
    }

    public double value() {
        return (double) millionths / WHOLE;
    }
}
