package dev.talentpipeline.notification.inbox;

/**
 * One version of an offer, as the {@code offers} topic says it.
 *
 * @param prompt whether this version was made to have the offer answered
 */
public record OfferNews(
        String programmeId,
        String offerId,
        long version,
        OfferState state,
        String personId,
        String internshipId,
        Facts facts,
        Prompt prompt,
        Sides sides)
        implements News {

    /** What a version says beside the state, which it leaves as it was. */
    public enum Prompt {
        NONE,
        /** Whoever must answer is reminded. */
        REMINDER,
        /** The time is nearly over, and others are told. */
        ESCALATION
    }

    public OfferNews(
            String programmeId,
            String offerId,
            long version,
            OfferState state,
            String personId,
            String internshipId,
            Facts facts) {
        this(programmeId, offerId, version, state, personId, internshipId, facts, Prompt.NONE, Sides.UNKNOWN);
    }

    @Override
    public String subject() {
        return offerId;
    }
}
