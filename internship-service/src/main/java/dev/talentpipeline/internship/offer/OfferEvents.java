package dev.talentpipeline.internship.offer;

/** Tells what became of an offer. */
public interface OfferEvents {

    /** Tells it with the transaction that changed it. */
    void changed(Offer offer);

    /** Tells that nothing came of a proposal about somebody or something that went with a lost database; the same each time. */
    void turnedAway(Proposal proposal, long version);

    /** Tells the same once more, to somebody who seems not to have heard. */
    void repeated(Offer offer);
}
