package dev.talentpipeline.internship.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a meeting stands.
 *
 * <pre>
 * invitation ─▶ INVITED ─▶ OPEN | DECLINED | EXPIRED | WITHDRAWN
 * share code ─▶ OPEN ─▶ ENDED
 * </pre>
 */
public sealed interface MeetingState {

    MeetingStatus status();

    /** Until when an answer is awaited; null if none is. */
    default @Nullable Instant respondBy() {
        return null;
    }

    /** Code of the reason for this state; null if it has none. */
    default @Nullable String reason() {
        return null;
    }

    record Invited(Instant respondBy) implements MeetingState {
        @Override
        public MeetingStatus status() {
            return MeetingStatus.INVITED;
        }
    }

    record Open() implements MeetingState {
        @Override
        public MeetingStatus status() {
            return MeetingStatus.OPEN;
        }
    }

    record Declined(String reason) implements MeetingState {
        @Override
        public MeetingStatus status() {
            return MeetingStatus.DECLINED;
        }
    }

    record Expired() implements MeetingState {
        @Override
        public MeetingStatus status() {
            return MeetingStatus.EXPIRED;
        }
    }

    record Withdrawn(String reason) implements MeetingState {
        @Override
        public MeetingStatus status() {
            return MeetingStatus.WITHDRAWN;
        }
    }

    record Ended(String reason) implements MeetingState {
        @Override
        public MeetingStatus status() {
            return MeetingStatus.ENDED;
        }
    }
}
