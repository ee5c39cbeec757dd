package dev.talentpipeline.internship.placement;

/**
 * Where a placement stands.
 *
 * <pre>
 * AWAITING_SIGNATURES ─▶ AGREED ─▶ STARTED ─▶ COMPLETED | ENDED
 * RELEASED from each of the first three
 * </pre>
 */
public enum PlacementState {
    /** The agreement is drafted, and not all three have signed it. */
    AWAITING_SIGNATURES,
    AGREED,
    STARTED,
    COMPLETED,
    /** Broken off. */
    ENDED,
    /** Given up together with its offer. */
    RELEASED;

    /** Whether it has begun and was not given up. */
    boolean hasBegun() {
        return this == STARTED || this == COMPLETED || this == ENDED;
    }

    /** Whether nothing about the internship itself is still to come. */
    public boolean isOver() {
        return this == COMPLETED || this == ENDED || this == RELEASED;
    }
}
