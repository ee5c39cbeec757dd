package dev.talentpipeline.internship.programme;

/** What whoever runs a programme can do with it. One called like a state puts it into that. */
public enum ProgrammeAct {
    RUNNING,
    HELD,
    PAUSED,
    CLOSED,
    /** Other rules. */
    CHANGE,
    /** The next season from its rules. */
    COPY,
    /** Takes back what a clearing proposed. */
    RECALL,
    /** Keeps it for the record only; refused while somebody has yet to decide on an offer. */
    ARCHIVE
}
