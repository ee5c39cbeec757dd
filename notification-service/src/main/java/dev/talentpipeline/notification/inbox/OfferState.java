package dev.talentpipeline.notification.inbox;

/** Where an offer stands, in the words of the {@code offers} topic. */
public enum OfferState {
    UNKNOWN,
    REJECTED,
    AWAITING_APPROVAL,
    VETOED,
    LAPSED,
    EXTENDED,
    KEPT,
    DECLINED,
    EXPIRED,
    REPLACED,
    RESCINDED,
    ACCEPTED,
    REFUSED,
    RELEASED,
    CONFIRMED
}
