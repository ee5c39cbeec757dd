package dev.talentpipeline.internship.meeting;

import org.jspecify.annotations.Nullable;

/**
 * Where an interview stands.
 *
 * <pre>
 * PROPOSED ─▶ CONFIRMED (by the other side) | PROPOSED (moved) | CANCELLED
 * CONFIRMED ─▶ PROPOSED (moved) | CANCELLED | HELD (with its result)
 * HELD ─▶ HELD (result corrected)
 * </pre>
 */
public sealed interface InterviewState {

    Status status();

    /** Where an interview stands, as a word. */
    enum Status {
        PROPOSED,
        CONFIRMED,
        CANCELLED,
        HELD
    }

    /** Who proposed the time that stands; null if it is not open. */
    default @Nullable Side proposedBy() {
        return null;
    }

    /** Code of the reason for this state; null if it has none. */
    default @Nullable String reason() {
        return null;
    }

    /** Code of how it went; null before that. */
    default @Nullable String result() {
        return null;
    }

    record Proposed(Side by) implements InterviewState {
        @Override
        public Side proposedBy() {
            return by;
        }

        @Override
        public Status status() {
            return Status.PROPOSED;
        }
    }

    record Confirmed() implements InterviewState {
        @Override
        public Status status() {
            return Status.CONFIRMED;
        }
    }

    record Cancelled(String reason) implements InterviewState {
        @Override
        public Status status() {
            return Status.CANCELLED;
        }
    }

    record Held(String result) implements InterviewState {
        @Override
        public Status status() {
            return Status.HELD;
        }
    }
}
