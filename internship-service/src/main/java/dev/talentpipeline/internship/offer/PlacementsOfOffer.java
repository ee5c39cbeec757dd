package dev.talentpipeline.internship.offer;

import java.time.Instant;

/** What becomes of the placement that comes from an offer when the offer is given up. */
public interface PlacementsOfOffer {

    /**
     * Gives the placement up too, if there is one, in the transaction that releases the offer; refuses the release if the placement is
     * over. The locks of person and offer are held.
     *
     * @param reason code of the release
     */
    void offerReleased(Offer offer, String reason, Actor by, Instant now);
}
