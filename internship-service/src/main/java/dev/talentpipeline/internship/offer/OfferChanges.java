package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import java.time.Instant;
import java.util.List;

/** Carries events out on a locked offer: each is one version, kept, recorded and told. */
final class OfferChanges {

    private final Offers offers;
    private final OfferEvents events;

    OfferChanges(Offers offers, OfferEvents events) {
        this.offers = offers;
        this.events = events;
    }

    Offer apply(Offer locked, List<OfferEvent> happened, Actor by, Instant now) {
        Offer offer = locked;
        for (OfferEvent event : happened) {
            offer = offer.after(event, now);
            offers.save(offer, by);
            events.changed(offer);
        }
        return offer;
    }

    /** Rescinds the offer if it is still open; it then rests on the versions that are current. */
    void rescind(Offer locked, RescindReason reason, Versions current, Actor by, Instant now) {
        if (OfferDecision.decide(locked.state(), new OfferCommand.Rescind(reason), now) instanceof Happened it) {
            apply(locked.restingOn(current), it.events(), by, now);
        }
    }
}
