package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.offer.OfferState.Confirmed;
import dev.talentpipeline.internship.offer.OfferState.Declined;
import dev.talentpipeline.internship.offer.OfferState.Expired;
import dev.talentpipeline.internship.offer.OfferState.Rescinded;
import org.jspecify.annotations.Nullable;

/** What happened to an offer. Only {@link #evolve} turns it into a state. */
public sealed interface OfferEvent {

    record OfferAccepted() implements OfferEvent {}

    record OfferConfirmed() implements OfferEvent {}

    record OfferDeclined(@Nullable String reason) implements OfferEvent {}

    record OfferExpired() implements OfferEvent {}

    record OfferRescinded(RescindReason reason) implements OfferEvent {}

    /** The state that an offer is in after the event. */
    static OfferState evolve(OfferEvent event) {
        return switch (event) {
            case OfferAccepted() -> new Accepted();
            case OfferConfirmed() -> new Confirmed();
            case OfferDeclined(String reason) -> new Declined(reason);
            case OfferExpired() -> new Expired();
            case OfferRescinded(RescindReason reason) -> new Rescinded(reason.name());
        };
    }
}
