package dev.talentpipeline.internship.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an offer stands. Three kinds: somebody's answer is awaited, the student is committed, or the matter is settled.
 *
 * <pre>
 * proposal ─▶ REJECTED | AWAITING_APPROVAL | EXTENDED
 * AWAITING_APPROVAL ─▶ EXTENDED | VETOED | LAPSED | RESCINDED
 * EXTENDED ─▶ ACCEPTED | KEPT | DECLINED | EXPIRED | RESCINDED
 * KEPT     ─▶ ACCEPTED | DECLINED | REPLACED | EXPIRED | RESCINDED
 * ACCEPTED ─▶ CONFIRMED | REFUSED | LAPSED | RELEASED
 * CONFIRMED ─▶ RELEASED
 * </pre>
 */
public sealed interface OfferState {

    OfferStatus status();

    /** Until when an answer is awaited; null if none is. */
    default @Nullable Instant respondBy() {
        return null;
    }

    /** Code of the reason for this state; null if it has none. */
    default @Nullable String reason() {
        return null;
    }

    /** The release that is asked for; null if none is. */
    default @Nullable ReleaseRequest release() {
        return null;
    }

    /** Somebody's answer is awaited; student and seat are bound until it comes, or the deadline. */
    sealed interface Pending extends OfferState permits AwaitingApproval, Extended, Kept {
        @Override
        Instant respondBy();
    }

    /** The student has said yes; student, seat and dates are bound. */
    sealed interface Committed extends OfferState permits Accepted, Confirmed {

        /** The same with another release asked for, or none. */
        Committed asking(@Nullable ReleaseRequest request);
    }

    /** Nothing is bound, and nothing changes any more. */
    sealed interface Settled extends OfferState
            permits Rejected, Vetoed, Lapsed, Declined, Expired, Replaced, Rescinded, Refused, Released {}

    record AwaitingApproval(Instant respondBy) implements Pending {
        @Override
        public OfferStatus status() {
            return OfferStatus.AWAITING_APPROVAL;
        }
    }

    record Extended(Instant respondBy) implements Pending {
        @Override
        public OfferStatus status() {
            return OfferStatus.EXTENDED;
        }
    }

    record Kept(Instant respondBy) implements Pending {
        @Override
        public OfferStatus status() {
            return OfferStatus.KEPT;
        }
    }

    /**
     * Taken by the student.
     *
     * @param endorsing which endorsement is awaited; null where none is asked
     */
    record Accepted(@Nullable Endorsing endorsing, @Nullable ReleaseRequest release) implements Committed {
        @Override
        public @Nullable Instant respondBy() {
            return endorsing == null ? null : endorsing.until();
        }

        @Override
        public Committed asking(@Nullable ReleaseRequest request) {
            return new Accepted(endorsing, request);
        }

        @Override
        public OfferStatus status() {
            return OfferStatus.ACCEPTED;
        }
    }

    record Confirmed(@Nullable ReleaseRequest release) implements Committed {
        @Override
        public Committed asking(@Nullable ReleaseRequest request) {
            return new Confirmed(request);
        }

        @Override
        public OfferStatus status() {
            return OfferStatus.CONFIRMED;
        }
    }

    record Rejected(String reason) implements Settled {
        @Override
        public OfferStatus status() {
            return OfferStatus.REJECTED;
        }
    }

    record Vetoed(String reason) implements Settled {
        @Override
        public OfferStatus status() {
            return OfferStatus.VETOED;
        }
    }

    record Lapsed() implements Settled {
        @Override
        public OfferStatus status() {
            return OfferStatus.LAPSED;
        }
    }

    record Declined(@Nullable String reason) implements Settled {
        @Override
        public OfferStatus status() {
            return OfferStatus.DECLINED;
        }
    }

    record Expired() implements Settled {
        @Override
        public OfferStatus status() {
            return OfferStatus.EXPIRED;
        }
    }

    record Replaced() implements Settled {
        @Override
        public OfferStatus status() {
            return OfferStatus.REPLACED;
        }
    }

    record Rescinded(String reason) implements Settled {
        @Override
        public OfferStatus status() {
            return OfferStatus.RESCINDED;
        }
    }

    record Refused(String reason) implements Settled {
        @Override
        public OfferStatus status() {
            return OfferStatus.REFUSED;
        }
    }

    record Released(String reason) implements Settled {
        @Override
        public OfferStatus status() {
            return OfferStatus.RELEASED;
        }
    }
}
