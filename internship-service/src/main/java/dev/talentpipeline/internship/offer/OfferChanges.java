package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.OfferEvent.OfferReleased;
import dev.talentpipeline.internship.offer.OfferEvent.ReleaseMoved;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries events out on a locked offer: each is kept and recorded, and what is a new version is told. */
final class OfferChanges {

    private final Offers offers;
    private final OfferEvents events;
    private final AuditTrail trail;
    private final PlacementsOfOffer placements;

    OfferChanges(Offers offers, OfferEvents events, AuditTrail trail, PlacementsOfOffer placements) {
        this.offers = offers;
        this.events = events;
        this.trail = trail;
        this.placements = placements;
    }

    Offer apply(Offer locked, List<OfferEvent> happened, Actor by, Instant now) {
        Offer offer = locked;
        for (OfferEvent event : happened) {
            offer = offer.after(event, now);
            if (event instanceof ReleaseMoved moved) {
                offers.save(offer, moved.taken(), by, now);
                trail.record(stepped(offer, moved));
            } else {
                offers.save(offer, Offer.Note.of(event), by);
                events.changed(offer);
            }
            if (event instanceof OfferReleased(String reason, var _)) {
                placements.offerReleased(offer, reason, by, now);
            }
        }
        return offer;
    }

    private static Deed stepped(Offer offer, ReleaseMoved moved) {
        return Deed.done(
                "RELEASE_" + moved.taken().step(),
                new Entity("OFFER", offer.id().toString()),
                new Concerned(offer.university(), offer.company(), offer.person()),
                Map.of("state", offer.status().name()));
    }

    /** Carries the command out if it is possible; the offer after it, empty if it was not. */
    Optional<Offer> applyIfPossible(Offer locked, OfferCommand command, Actor by, Instant now) {
        return OfferDecision.decide(locked.state(), command, now) instanceof Happened(List<OfferEvent> happened)
                ? Optional.of(apply(locked, happened, by, now))
                : Optional.empty();
    }

    /** Rescinds the offer if it is still open; it then rests on the versions that are current. Says whether it was. */
    boolean rescind(Offer locked, RescindReason reason, Versions current, Actor by, Instant now) {
        return applyIfPossible(locked.restingOn(current), new OfferCommand.Rescind(reason), by, now)
                .isPresent();
    }
}
