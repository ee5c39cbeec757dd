package dev.talentpipeline.notification.listing;

/**
 * What notices say about a programme, and the one rule that decides what they say: whether an accepted offer still waits
 * for the university's endorsement.
 */
public record Programme(String programmeId, long version, String name, boolean universityEndorsement) {}
