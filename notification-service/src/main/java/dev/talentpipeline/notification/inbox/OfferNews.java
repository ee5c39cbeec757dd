package dev.talentpipeline.notification.inbox;

/** One version of an offer, as the {@code offers} topic says it. */
public record OfferNews(
        String programmeId,
        String offerId,
        long version,
        OfferState state,
        String personId,
        String internshipId,
        Facts facts) {}
