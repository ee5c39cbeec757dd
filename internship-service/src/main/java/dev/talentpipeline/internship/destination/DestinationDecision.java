package dev.talentpipeline.internship.destination;

/** What is decided about a destination that was recorded, by the name under which it is asked for. */
public enum DestinationDecision {
    VERIFY,
    /** It was recorded in error. */
    VOID
}
