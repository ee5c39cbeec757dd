package dev.talentpipeline.matching.market;

/** Why a pair is kept apart: for good after a no, or until a newer version of what made the last attempt fail is here. */
public enum Apart {
    BARRED,
    WAITING
}
