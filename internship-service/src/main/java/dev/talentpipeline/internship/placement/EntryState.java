package dev.talentpipeline.internship.placement;

/** What later entries made of a recorded step. */
public enum EntryState {
    /** It waits for somebody else's confirmation. */
    RECORDED,
    CONFIRMED,
    /** Somebody else says that it was not so. */
    DISPUTED,
    /** It was recorded in error. */
    VOIDED
}
