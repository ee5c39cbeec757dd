package dev.talentpipeline.internship.offer;

/** The name of an offer's state, as it is stored, told and shown. */
public enum OfferStatus {
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
    CONFIRMED;

    /** Whether it binds student and seat. */
    public boolean isActive() {
        return isOpen() || isCommitted();
    }

    /** Whether somebody's answer is awaited, so that it can still be taken back. */
    public boolean isOpen() {
        return this == AWAITING_APPROVAL || this == EXTENDED || this == KEPT;
    }

    /** Whether the student is committed to its dates. */
    public boolean isCommitted() {
        return this == ACCEPTED || this == CONFIRMED;
    }

    /** Whether student and internship never meet again in the programme: somebody said no, or asked to part. */
    public boolean barsPair() {
        return this == DECLINED || this == VETOED || this == REFUSED || this == RELEASED;
    }
}
