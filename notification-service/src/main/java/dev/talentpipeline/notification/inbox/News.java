package dev.talentpipeline.notification.inbox;

/** One version of something that a person is told of, as its topic says it. */
public sealed interface News permits OfferNews, PlacementNews {

    String programmeId();

    /** Id of what it is about. */
    String subject();

    long version();

    String personId();

    String internshipId();

    Facts facts();

    Sides sides();
}
