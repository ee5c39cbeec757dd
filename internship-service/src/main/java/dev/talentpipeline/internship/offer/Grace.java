package dev.talentpipeline.internship.offer;

/** Why an answer is awaited beyond its deadline. */
public enum Grace {
    /** The service was away when the deadline came. */
    OUTAGE,
    /** The student may not have heard of the offer. */
    NOTICE_UNDELIVERED
}
