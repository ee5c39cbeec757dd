package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferEvent.ReleaseMoved;
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
        Instant changedAt) {

    public UUID id() {
        return proposal.id();
    }

    public OfferStatus status() {
        return state.status();
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
                amongParties ? changedAt : now);
    }

    /** This offer resting on other versions. */
    Offer restingOn(Versions current) {
        return new Offer(proposal, person, university, company, commitment, current, version, state, changedAt);
    }

    /**
     * One state that an offer was in, and who brought it about.
     *
     * @param release for a step towards a release, which one; the offer stayed in its state
     */
    public record Entry(
            OfferStatus status,
            Instant at,
            Actor by,
            @Nullable String reason,
            ReleaseRequest.@Nullable Step release) {}
}
