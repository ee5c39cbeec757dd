package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.offer.OfferState.AwaitingApproval;
import dev.talentpipeline.internship.offer.OfferState.Committed;
import dev.talentpipeline.internship.offer.OfferState.Confirmed;
import dev.talentpipeline.internship.offer.OfferState.Declined;
import dev.talentpipeline.internship.offer.OfferState.Expired;
import dev.talentpipeline.internship.offer.OfferState.Extended;
import dev.talentpipeline.internship.offer.OfferState.Kept;
import dev.talentpipeline.internship.offer.OfferState.Lapsed;
import dev.talentpipeline.internship.offer.OfferState.Refused;
import dev.talentpipeline.internship.offer.OfferState.Released;
import dev.talentpipeline.internship.offer.OfferState.Replaced;
import dev.talentpipeline.internship.offer.OfferState.Rescinded;
import dev.talentpipeline.internship.offer.OfferState.Settled;
import dev.talentpipeline.internship.offer.OfferState.Vetoed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an offer. Only {@link #evolve} turns it into a state. */
public sealed interface OfferEvent {

    record OfferExtended(Instant respondBy) implements OfferEvent {}

    record OfferVetoed(String reason) implements OfferEvent {}

    record OfferLapsed() implements OfferEvent {}

    record OfferKept(Instant until) implements OfferEvent {}

    /** Taken by the student; null where no endorsement is asked. */
    record OfferAccepted(@Nullable Endorsing endorsing) implements OfferEvent {}

    /** Endorsed by the school; the university comes next. */
    record OfferEndorsed(Endorsing next) implements OfferEvent {}

    record OfferConfirmed() implements OfferEvent {}

    record OfferDeclined(@Nullable String reason) implements OfferEvent {}

    record OfferExpired() implements OfferEvent {}

    record OfferReplaced() implements OfferEvent {}

    record OfferRescinded(RescindReason reason) implements OfferEvent {}

    record OfferRefused(String reason) implements OfferEvent {}

    record OfferReleased(String reason, Seat seat) implements OfferEvent {}

    /** The deadline is a later one. */
    record DeadlinePutOff(Instant until, Grace grace) implements OfferEvent {}

    record OfferReminded() implements OfferEvent {}

    record OfferEscalated() implements OfferEvent {}

    /**
     * A step towards a release or away from it. The offer stays in its state and version: nobody beyond its parties has to know that
     * somebody asks.
     *
     * @param request what is asked for after the step; null: nothing any more
     */
    record ReleaseMoved(@Nullable ReleaseRequest request, ReleaseRequest.Taken taken) implements OfferEvent {}

    /** The state that an offer is in after the event. */
    static OfferState evolve(OfferState state, OfferEvent event) {
        return switch (event) {
            case OfferExtended(Instant respondBy) -> new Extended(respondBy);
            case OfferVetoed(String reason) -> new Vetoed(reason);
            case OfferLapsed() -> new Lapsed();
            case OfferKept(Instant until) -> new Kept(until);
            case OfferAccepted(Endorsing endorsing) -> new Accepted(endorsing, null);
            case OfferEndorsed(Endorsing next) -> new Accepted(next, state.release());
            // Who asked for a release before the endorsement still asks for it afterwards.
            case OfferConfirmed() -> new Confirmed(state.release());
            case OfferDeclined(String reason) -> new Declined(reason);
            case OfferExpired() -> new Expired();
            case OfferReplaced() -> new Replaced();
            case OfferRescinded(RescindReason reason) -> new Rescinded(reason.name());
            case OfferRefused(String reason) -> new Refused(reason);
            case OfferReleased(String reason, var _) -> new Released(reason);
            case DeadlinePutOff(Instant until, var _) -> awaitedUntil(state, until);
            case OfferReminded(), OfferEscalated() -> state;
            case ReleaseMoved(ReleaseRequest request, var _) -> asking(state, request);
        };
    }

    private static OfferState awaitedUntil(OfferState state, Instant until) {
        return switch (state) {
            case AwaitingApproval _ -> new AwaitingApproval(until);
            case Extended _ -> new Extended(until);
            case Kept _ -> new Kept(until);
            case Accepted(Endorsing endorsing, var release)
            when endorsing != null -> new Accepted(new Endorsing(endorsing.by(), until), release);
            case Accepted _, Confirmed _, Settled _ ->
                throw new IllegalArgumentException(
                        "state (%s) must await an answer. Maybe the event is of another offer."
                                .formatted(state.status()));
        };
    }

    private static OfferState asking(OfferState state, @Nullable ReleaseRequest request) {
        if (state instanceof Committed committed) {
            return committed.asking(request);
        }
        throw new IllegalArgumentException(
                "state (%s) must be a commitment. Maybe the event is of another offer.".formatted(state.status()));
    }
}
