package dev.talentpipeline.internship.imports;

/** What whoever uploaded an import can do with it. */
public enum ImportAct {
    COMMIT,
    CANCEL,
    READ_AGAIN
}
