package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferEvent.DeadlinePutOff;
import dev.talentpipeline.internship.offer.OfferEvent.OfferAccepted;
import dev.talentpipeline.internship.offer.OfferEvent.OfferConfirmed;
import dev.talentpipeline.internship.offer.OfferEvent.OfferDeclined;
import dev.talentpipeline.internship.offer.OfferEvent.OfferEndorsed;
import dev.talentpipeline.internship.offer.OfferEvent.OfferEscalated;
import dev.talentpipeline.internship.offer.OfferEvent.OfferExpired;
import dev.talentpipeline.internship.offer.OfferEvent.OfferExtended;
import dev.talentpipeline.internship.offer.OfferEvent.OfferKept;
import dev.talentpipeline.internship.offer.OfferEvent.OfferLapsed;
import dev.talentpipeline.internship.offer.OfferEvent.OfferRefused;
import dev.talentpipeline.internship.offer.OfferEvent.OfferReleased;
import dev.talentpipeline.internship.offer.OfferEvent.OfferReminded;
import dev.talentpipeline.internship.offer.OfferEvent.OfferReplaced;
import dev.talentpipeline.internship.offer.OfferEvent.OfferRescinded;
import dev.talentpipeline.internship.offer.OfferEvent.OfferVetoed;
import dev.talentpipeline.internship.offer.OfferEvent.ReleaseMoved;
import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service made of a proposal.
 *
 * @param person the person behind the student
 * @param university the student's
 * @param company the internship's
 * @param awaiting since when it has been in its state, and what was done to have it answered
 * @param versions those the proposal saw; once rejected or rescinded, those then current
 */
public record Offer(
        Proposal proposal,
        UUID person,
        String university,
        String company,
        Commitment commitment,
        Versions versions,
        long version,
        OfferState state,
        Awaiting awaiting,
        Instant changedAt) {

    public UUID id() {
        return proposal.id();
    }

    public OfferStatus status() {
        return state.status();
    }

    /** When something is to be done next for an answer; null if nothing is. */
    public @Nullable Instant remindAt() {
        return awaiting.next(state.respondBy()).map(Awaiting.Due::at).orElse(null);
    }

    /** This offer after the event, one version on unless the event only concerns its parties. */
    Offer after(OfferEvent event, Instant now) {
        OfferState next = OfferEvent.evolve(state, event);
        boolean amongParties = event instanceof ReleaseMoved;
        return new Offer(
                proposal,
                person,
                university,
                company,
                commitment,
                versions,
                amongParties ? version : version + 1,
                next,
                awaitingAfter(event, now),
                amongParties ? changedAt : now);
    }

    private Awaiting awaitingAfter(OfferEvent event, Instant now) {
        return switch (event) {
            case ReleaseMoved _ -> awaiting;
            case OfferReminded() -> awaiting.reminded(now);
            case OfferEscalated() -> awaiting.escalated(now);
            case DeadlinePutOff(var _, Grace grace) -> awaiting.putOff(grace);
            // An answer of another kind is awaited from now on, or none.
            case OfferExtended _,
                    OfferVetoed _,
                    OfferLapsed _,
                    OfferKept _,
                    OfferAccepted _,
                    OfferEndorsed _,
                    OfferConfirmed _,
                    OfferDeclined _,
                    OfferExpired _,
                    OfferReplaced _,
                    OfferRescinded _,
                    OfferRefused _,
                    OfferReleased _ -> Awaiting.from(now);
        };
    }

    /** The same offer under a version that tells it anew. */
    Offer toldAs(long told, Instant now) {
        return new Offer(proposal, person, university, company, commitment, versions, told, state, awaiting, now);
    }

    /** This offer resting on other versions. */
    Offer restingOn(Versions current) {
        return new Offer(
                proposal, person, university, company, commitment, current, version, state, awaiting, changedAt);
    }

    /** This offer of a student who belongs to no school now: where one was to endorse it, the university does. */
    Offer withoutSchool() {
        return state instanceof Accepted(Endorsing endorsing, var release) && endorsing != null
                ? new Offer(
                        proposal,
                        person,
                        university,
                        company,
                        commitment,
                        versions,
                        version,
                        new Accepted(endorsing.withoutSchool(), release),
                        awaiting,
                        changedAt)
                : this;
    }

    /** What a new version did that left the offer in its state. */
    public enum Step {
        REMINDED,
        ESCALATED,
        PUT_OFF,
        ENDORSED_BY_SCHOOL
    }

    /**
     * What is written into the history beside the state.
     *
     * @param step null: the version brought another state
     */
    public record Note(@Nullable Step step, @Nullable String reason) {

        /** The version brought another state, which says all. */
        public static final Note NONE = new Note(null, null);

        static Note of(OfferEvent event) {
            return switch (event) {
                case OfferReminded() -> new Note(Step.REMINDED, null);
                case OfferEscalated() -> new Note(Step.ESCALATED, null);
                case DeadlinePutOff(var _, Grace grace) -> new Note(Step.PUT_OFF, grace.name());
                case OfferEndorsed _ -> new Note(Step.ENDORSED_BY_SCHOOL, null);
                default -> NONE;
            };
        }
    }

    /**
     * One state that an offer was in, or one step in it, and who brought it about.
     *
     * @param release for a step towards a release, which one; the offer stayed in its state
     * @param step for a step of another kind, which one; the offer stayed in its state
     */
    public record Entry(
            OfferStatus status,
            Instant at,
            Actor by,
            @Nullable String reason,
            ReleaseRequest.@Nullable Step release,
            @Nullable Step step) {}
}
