package dev.talentpipeline.notification.inbox;

/** Where a meeting stands, by the names of its topic. */
public enum MeetingState {
    UNKNOWN,
    INVITED,
    OPEN,
    DECLINED,
    EXPIRED,
    WITHDRAWN,
    ENDED
}
