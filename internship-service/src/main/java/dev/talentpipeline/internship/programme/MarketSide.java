package dev.talentpipeline.internship.programme;

/** On which side of the market a member stands. */
public enum MarketSide {
    /** Enters students. */
    UNIVERSITY,
    /** Posts internships. */
    COMPANY
}
