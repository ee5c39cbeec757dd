package dev.talentpipeline.internship.programme;

/** On which side of the market a member stands. */
public enum Side {
    /** Enters students. */
    UNIVERSITY,
    /** Posts internships. */
    COMPANY
}
