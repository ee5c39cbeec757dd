package dev.talentpipeline.notification.inbox;

/** One version of a placement, as its topic says it. */
public record PlacementNews(
        String programmeId,
        String placementId,
        long version,
        PlacementReading reading,
        String personId,
        String internshipId,
        Facts facts,
        Sides sides)
        implements News {

    @Override
    public String subject() {
        return placementId;
    }
}
