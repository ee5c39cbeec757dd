package dev.talentpipeline.notification.inbox;

/** Where an interview stands, by the names of its topic. */
public enum InterviewState {
    UNKNOWN,
    PROPOSED,
    CONFIRMED,
    CANCELLED,
    HELD;

    /** Whether the two still mean to talk. */
    boolean isAhead() {
        return this == PROPOSED || this == CONFIRMED;
    }
}
