package dev.talentpipeline.monitoring.deadletter;

/** Where a dead letter stands. */
public enum Standing {
    /** Nothing was done about it yet, or in vain. */
    OPEN,
    /** It is being sent again. */
    IN_HAND,
    /** It was sent again, and its reader applied it or held something newer. */
    SETTLED,
    /** It failed so often that it is not sent again before somebody lets it out. */
    QUARANTINED
}
