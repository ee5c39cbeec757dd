package dev.talentpipeline.internship.offer;

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

    /** This offer after the event, one version on. */
    Offer after(OfferEvent event, Instant now) {
        return new Offer(
                proposal,
                person,
                university,
                company,
                commitment,
                versions,
                version + 1,
                OfferEvent.evolve(event),
                now);
    }

    /** This offer resting on other versions. */
    Offer restingOn(Versions current) {
        return new Offer(proposal, person, university, company, commitment, current, version, state, changedAt);
    }

    /** One state that an offer was in, and who brought it about. */
    public record Entry(
            OfferStatus status,
            Instant at,
            Actor by,
            @Nullable String reason) {}
}
