package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.placement.Placement;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement stands on: locked, person first, then offer and placement, or as it was seen.
 *
 * @param placement null: the internship agreement that begins it is yet to be drafted
 */
record AgreementGround(Offer offer, @Nullable Placement placement) {

    /** The placement, which an employment agreement always has. */
    Placement begun() {
        if (placement == null) {
            throw new IllegalStateException("offer (%s) must have a placement.".formatted(offer.id()));
        }
        return placement;
    }
}
