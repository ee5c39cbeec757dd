package dev.talentpipeline.internship.programme;

/** Where a programme stands. */
public enum ProgrammeState {
    /** Being prepared: only those who run it see it, and it does not clear. What has left this state does not come back to it. */
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
