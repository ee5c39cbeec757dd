package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.preference.Part;
import dev.talentpipeline.matching.preference.Score;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What each part of a score weighs in one programme. */
public final class Weights {

    private static final double BILLION = 1e9;

    private final double skills;
    private final double occupation;
    private final double research;
    private final double location;
    private final double dates;
    private final double stipend;
    private final double total;

    Weights(Map<String, Double> byLabel) {
        skills = weight(Part.SKILLS, byLabel);
        occupation = weight(Part.OCCUPATION, byLabel);
        research = weight(Part.RESEARCH, byLabel);
        location = weight(Part.LOCATION, byLabel);
        dates = weight(Part.DATES, byLabel);
        stipend = weight(Part.STIPEND, byLabel);
        total = DoubleStream.of(skills, occupation, research, location, dates, stipend)
                .sum();
    }

    private static double weight(Part part, Map<String, Double> byLabel) {
        return byLabel.getOrDefault(part.label(), part.defaultWeight());
    }

    /**
     * The weighted mean of the parts in millionths. Rounding keeps order, so parts that are nowhere smaller give a score that is not
     * smaller: with the largest possible parts it is an upper bound.
     */
    public int millionths(
            double skillsPart,
            double occupationPart,
            double researchPart,
            double locationPart,
            double datesPart,
            double stipendPart) {
        if (total == 0) {
            return 0;
        }
        double sum = skills * skillsPart
                + occupation * occupationPart
                + research * researchPart
                + location * locationPart
                + dates * datesPart
                + stipend * stipendPart;
        return (int) Math.round(sum / total * Score.WHOLE);
    }

    /** What a part of such value adds to a score at most, in billionths of the best score. */
    int billionths(Part part, double value) {
        return total == 0 ? 0 : (int) Math.ceil(weight(part) / total * value * BILLION) + 1;
    }

    private double weight(Part part) {
        return switch (part) {
            case SKILLS -> skills;
            case OCCUPATION -> occupation;
            case RESEARCH -> research;
            case LOCATION -> location;
            case DATES -> dates;
            case STIPEND -> stipend;
        };
    }
}
