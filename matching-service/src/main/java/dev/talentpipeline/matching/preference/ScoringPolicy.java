package dev.talentpipeline.matching.preference;

import java.util.EnumMap;
import java.util.Map;

/** What each part weighs in one programme. */
public final class ScoringPolicy {

    private final Map<Part, Double> weights = new EnumMap<>(Part.class);
    private final double skillsWeight;
    private final double occupationWeight;
    private final double researchWeight;
    private final double locationWeight;
    private final double datesWeight;
    private final double stipendWeight;
    private final double total;

    private ScoringPolicy(Map<String, Double> byLabel) {
        for (Part part : Part.values()) {
            weights.put(part, byLabel.getOrDefault(part.label(), part.defaultWeight()));
        }
        // The hot loop reads fields, not a map.
        skillsWeight = weight(Part.SKILLS);
        occupationWeight = weight(Part.OCCUPATION);
        researchWeight = weight(Part.RESEARCH);
        locationWeight = weight(Part.LOCATION);
        datesWeight = weight(Part.DATES);
        stipendWeight = weight(Part.STIPEND);
        total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * The policy of a programme.
     *
     * @param byLabel weights that differ from the default; a name that this version does not know weighs nothing
     */
    public static ScoringPolicy of(Map<String, Double> byLabel) {
        return new ScoringPolicy(byLabel);
    }

    public double weight(Part part) {
        return weights.getOrDefault(part, 0.0);
    }

    /** The weighted mean of the values in millionths; 0 where nothing weighs anything, which leaves the order to the lottery. */
    int combine(double skills, double occupation, double research, double location, double dates, double stipend) {
        if (total == 0) {
            return 0;
        }
        double sum = skillsWeight * skills
                + occupationWeight * occupation
                + researchWeight * research
                + locationWeight * location
                + datesWeight * dates
                + stipendWeight * stipend;
        return (int) Math.round(sum / total * Score.WHOLE);
    }
}
