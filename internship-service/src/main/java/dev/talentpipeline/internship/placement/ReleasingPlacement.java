package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.PlacementsOfOffer;
import dev.talentpipeline.internship.placement.Entry.Content.Recorded;
import dev.talentpipeline.internship.resource.ChinaTime;
import java.time.Instant;

/** Gives a placement up with its offer, in the transaction in which that is released. */
final class ReleasingPlacement implements PlacementsOfOffer {

    private final Placements placements;
    private final PlacementChanges changes;

    ReleasingPlacement(Placements placements, PlacementChanges changes) {
        this.placements = placements;
        this.changes = changes;
    }

    @Override
    public void offerReleased(Offer offer, String reason, Actor by, Instant now) {
        placements.lockOf(offer.id()).ifPresent(placement -> {
            if (placement.state().isOver()) {
                throw PlacementRefusals.over(placement).asException();
            }
            changes.enter(placement, new Recorded(Step.RELEASED, ChinaTime.dateOf(now), reason, false, null), by, now);
        });
    }
}
