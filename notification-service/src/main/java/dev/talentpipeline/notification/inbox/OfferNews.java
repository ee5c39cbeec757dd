package dev.talentpipeline.notification.inbox;

import org.jspecify.annotations.Nullable;

/**
 * One version of an offer, as the {@code offers} topic says it.
 *
 * @param prompt whether this version was made to have the offer answered
 * @param traceparent of the step by which what it brings about goes on; null: of what the thread is doing
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
        Sides sides,
        @Nullable String traceparent)
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
        this(programmeId, offerId, version, state, personId, internshipId, facts, Prompt.NONE, Sides.UNKNOWN, null);
    }

    @Override
    public String subject() {
        return offerId;
    }
}
