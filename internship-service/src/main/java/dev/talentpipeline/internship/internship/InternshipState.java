package dev.talentpipeline.internship.internship;

/** Where an internship stands. */
public enum InternshipState {
    /** In the market. */
    OPEN,
    /** Takes nobody new. */
    WITHDRAWN
}
