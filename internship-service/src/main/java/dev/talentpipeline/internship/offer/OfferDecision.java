package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferCommand.Accept;
import dev.talentpipeline.internship.offer.OfferCommand.Decline;
import dev.talentpipeline.internship.offer.OfferCommand.Expire;
import dev.talentpipeline.internship.offer.OfferCommand.Later;
import dev.talentpipeline.internship.offer.OfferCommand.Rescind;
import dev.talentpipeline.internship.offer.OfferEvent.OfferAccepted;
import dev.talentpipeline.internship.offer.OfferEvent.OfferConfirmed;
import dev.talentpipeline.internship.offer.OfferEvent.OfferDeclined;
import dev.talentpipeline.internship.offer.OfferEvent.OfferExpired;
import dev.talentpipeline.internship.offer.OfferEvent.OfferRescinded;
import dev.talentpipeline.internship.offer.OfferState.AwaitingApproval;
import dev.talentpipeline.internship.offer.OfferState.Committed;
import dev.talentpipeline.internship.offer.OfferState.Extended;
import dev.talentpipeline.internship.offer.OfferState.Kept;
import dev.talentpipeline.internship.offer.OfferState.Pending;
import dev.talentpipeline.internship.offer.OfferState.Settled;
import java.time.Instant;
import java.util.List;

/**
 * The state machine of offers: what a command brings about in a state. A decision changes nothing by itself; its events do.
 *
 * <p>An answer counts while {@code now < respondBy}, and expiry while not: one predicate, so that at any instant exactly one of the two is
 * possible, whether or not a sweep has run.
 */
public sealed interface OfferDecision {

    /** It happens: these events, in order, each one version. */
    record Happened(List<OfferEvent> events) implements OfferDecision {
        public Happened {
            events = List.copyOf(events);
        }
    }

    /** The offer is not open for it any more, or not yet; this is what it amounts to now. */
    record NotOpen(OfferStatus status) implements OfferDecision {}

    /** No programme of this version offers the decision. */
    record NotOffered(Later.Kind kind) implements OfferDecision {}

    /**
     * Decides.
     *
     * @param now read after the offer's lock was taken
     */
    static OfferDecision decide(OfferState state, OfferCommand command, Instant now) {
        return switch (new Attempt(state, command)) {
            case Attempt(OfferState _, Later(Later.Kind kind)) -> new NotOffered(kind);

            // A settled offer binds nothing, so nothing can be asked of it.
            case Attempt(Settled settled, Accept _) -> new NotOpen(settled.status());
            case Attempt(Settled settled, Decline _) -> new NotOpen(settled.status());
            case Attempt(Settled settled, Expire _) -> new NotOpen(settled.status());
            case Attempt(Settled settled, Rescind _) -> new NotOpen(settled.status());

            // Who has committed gets out by a release only; what others do does not undo it.
            case Attempt(Committed committed, Accept _) -> new NotOpen(committed.status());
            case Attempt(Committed committed, Decline _) -> new NotOpen(committed.status());
            case Attempt(Committed committed, Expire _) -> new NotOpen(committed.status());
            case Attempt(Committed committed, Rescind _) -> new NotOpen(committed.status());

            // The company has not released it, so the student cannot answer.
            case Attempt(AwaitingApproval awaiting, Accept _) -> new NotOpen(awaiting.status());
            case Attempt(AwaitingApproval awaiting, Decline _) -> new NotOpen(awaiting.status());
            // An approval that is not given lapses, which its own deadline brings about, not the student's.
            case Attempt(AwaitingApproval awaiting, Expire _) -> new NotOpen(awaiting.status());

            // No endorsement is asked, so an accepted offer is confirmed at once.
            case Attempt(Extended open, Accept _) -> inTime(open, now, new OfferAccepted(), new OfferConfirmed());
            case Attempt(Kept open, Accept _) -> inTime(open, now, new OfferAccepted(), new OfferConfirmed());
            case Attempt(Extended open, Decline(String reason)) -> inTime(open, now, new OfferDeclined(reason));
            case Attempt(Kept open, Decline(String reason)) -> inTime(open, now, new OfferDeclined(reason));
            case Attempt(Extended open, Expire _) -> tooLate(open, now);
            case Attempt(Kept open, Expire _) -> tooLate(open, now);

            // While nobody has committed, an offer whose ground has gone goes too.
            case Attempt(Pending _, Rescind(RescindReason reason)) -> happened(new OfferRescinded(reason));
        };
    }

    private static OfferDecision inTime(Pending open, Instant now, OfferEvent... events) {
        return now.isBefore(open.respondBy()) ? happened(events) : new NotOpen(OfferStatus.EXPIRED);
    }

    private static OfferDecision tooLate(Pending open, Instant now) {
        return now.isBefore(open.respondBy()) ? new NotOpen(open.status()) : happened(new OfferExpired());
    }

    private static OfferDecision happened(OfferEvent... events) {
        return new Happened(List.of(events));
    }

    /** A command that meets a state. */
    record Attempt(OfferState state, OfferCommand command) {}
}
