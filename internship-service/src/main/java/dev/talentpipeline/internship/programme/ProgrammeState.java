package dev.talentpipeline.internship.programme;

/** Where a programme stands. */
public enum ProgrammeState {
    /** Not open yet. */
    DRAFT,
    /** Clears, and releases what it matched. */
    RUNNING,
    /** Clears, and releases nothing. */
    HELD,
    /** Does not clear. */
    PAUSED,
    /** Over, for good. */
    CLOSED
}
