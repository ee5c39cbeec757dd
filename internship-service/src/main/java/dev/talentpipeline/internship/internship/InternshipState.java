package dev.talentpipeline.internship.internship;

/** Where an internship stands; {@link Hindrance} says why, wherever it is not open. */
public enum InternshipState {
    /** In the market. */
    OPEN,
    /** Taken out by its company; takes nobody new. */
    WITHDRAWN,
    /** Not seen yet: its company is not verified, or it is not approved. */
    WAITING,
    /** Not approved, so not seen. */
    REJECTED,
    /** Seen, but takes nobody new: full, or past its last day. Opens again by itself. */
    CLOSED;

    /** Whether only its company and those who run or approve in the programme may know of it. */
    public boolean isHidden() {
        return this == WAITING || this == REJECTED;
    }
}
