package dev.talentpipeline.matching.preference;

/**
 * The named parts of a score, each with the weight it has unless the programme sets another: what a student can do counts most, what
 * they want to do next, and circumstances least, since the hard rules have settled those already.
 */
public enum Part {
    SKILLS("skills", 0.40),
    OCCUPATION("occupation", 0.20),
    RESEARCH("research", 0.15),
    LOCATION("location", 0.10),
    DATES("dates", 0.05),
    STIPEND("stipend", 0.10);

    private final String label;
    private final double defaultWeight;

    Part(String label, double defaultWeight) {
        this.label = label;
        this.defaultWeight = defaultWeight;
    }

    /** The name in weights, events and HTTP bodies. */
    public String label() {
        return label;
    }

    public double defaultWeight() {
        return defaultWeight;
    }
}
