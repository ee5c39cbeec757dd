package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.OfferEvent.ReleaseMoved;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import java.time.Instant;
import java.util.List;

/** Carries events out on a locked offer: each is kept and recorded, and what is a new version is told. */
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
            if (event instanceof ReleaseMoved moved) {
                offers.save(offer, moved.taken(), by, now);
            } else {
                offers.save(offer, by);
                events.changed(offer);
            }
        }
        return offer;
    }

    /** Carries the command out if it is possible; says whether it was. */
    boolean applyIfPossible(Offer locked, OfferCommand command, Actor by, Instant now) {
        if (OfferDecision.decide(locked.state(), command, now) instanceof Happened(List<OfferEvent> happened)) {
            apply(locked, happened, by, now);
            return true;
        }
        return false;
    }

    /** Rescinds the offer if it is still open; it then rests on the versions that are current. Says whether it was. */
    boolean rescind(Offer locked, RescindReason reason, Versions current, Actor by, Instant now) {
        return applyIfPossible(locked.restingOn(current), new OfferCommand.Rescind(reason), by, now);
    }
}
