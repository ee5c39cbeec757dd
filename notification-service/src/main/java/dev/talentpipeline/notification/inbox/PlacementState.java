package dev.talentpipeline.notification.inbox;

/** Where a placement stands, in the words of the {@code placements} topic. */
public enum PlacementState {
    UNKNOWN,
    AWAITING_SIGNATURES,
    AGREED,
    STARTED,
    COMPLETED,
    ENDED,
    RELEASED
}
