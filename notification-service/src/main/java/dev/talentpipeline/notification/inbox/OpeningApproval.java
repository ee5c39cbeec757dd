package dev.talentpipeline.notification.inbox;

/** How far an opening has come with those who approve openings, by the names of its topic. */
public enum OpeningApproval {
    /** As events of an early release have it. */
    UNKNOWN,
    NOT_ASKED,
    AWAITED,
    APPROVED,
    REJECTED
}
