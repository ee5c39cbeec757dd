package dev.talentpipeline.internship.offer;

/** What becomes of the seat that a release frees. */
public enum Seat {
    /** Somebody else may have it. */
    RETURN,
    /** The internship has one seat less. */
    CLOSE
}
