package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a decision on one offer does to the same person's others, inside the transaction of the decision. Accepting takes back the open ones
 * that would need the same days, and in the same programme whatever was to replace the accepted one. Approving lets go of the kept offer
 * that the approved one replaces.
 */
final class MakingRoom {

    private final Offers offers;
    private final OfferChanges changes;
    private final ExpiringOffer expiring;
    private final CurrentVersions versions;

    MakingRoom(Offers offers, OfferChanges changes, ExpiringOffer expiring, CurrentVersions versions) {
        this.offers = offers;
        this.changes = changes;
        this.expiring = expiring;
        this.versions = versions;
    }

    /** The offers that must go if the decision is carried out; the person is locked. */
    List<Offer> inTheWayOf(Offer decided, DecisionKind kind) {
        return switch (kind) {
            case ACCEPT -> inTheWayOfAccepting(decided);
            case APPROVE ->
                offers.madeTo(decided.person()).stream()
                        .filter(other ->
                                other.id().equals(decided.proposal().replaces()) && other.status() == OfferStatus.KEPT)
                        .toList();
            case VETO, KEEP, DECLINE, ENDORSE, REFUSE, RELEASE, REFUSE_RELEASE -> List.of();
        };
    }

    private List<Offer> inTheWayOfAccepting(Offer accepted) {
        List<Offer> others = offers.madeTo(accepted.person()).stream()
                .filter(other -> !other.id().equals(accepted.id()))
                .toList();
        List<Commitment> committed = Stream.concat(
                        Stream.of(accepted.commitment()), AdmissionPolicy.committed(others).stream())
                .toList();
        return others.stream()
                .filter(other -> other.status().isOpen()
                        && (isOfSameStudent(other, accepted) || needsSameDays(other, accepted, committed)))
                .toList();
    }

    private static boolean isOfSameStudent(Offer other, Offer accepted) {
        return other.proposal().student().equals(accepted.proposal().student());
    }

    private static boolean needsSameDays(Offer other, Offer accepted, List<Commitment> committed) {
        return other.commitment().overlaps(accepted.commitment())
                && !other.commitment().fitsBeside(committed);
    }

    /** Lets the offers go that are in the way; the internships of all are locked, the decision is possible but not carried out yet. */
    void makeRoom(Offer decided, DecisionKind kind, List<Offer> inTheWay, Instant now) {
        if (kind == DecisionKind.ACCEPT) {
            refuseIfCommittedElsewhere(decided);
        }
        inTheWay.stream().map(Offer::id).sorted().map(offers::lock).forEach(other -> {
            Offer locked = other.orElseThrow();
            if (kind == DecisionKind.ACCEPT) {
                changes.rescind(locked, RescindReason.COMMITTED_ELSEWHERE, versions.of(locked), Actor.SYSTEM, now);
            } else if (changes.applyIfPossible(locked, new OfferCommand.Replace(), Actor.SYSTEM, now)
                    .isEmpty()) {
                // Its own deadline has passed before the approval came, so that is how it ends.
                expiring.expire(locked, Silence.NO, now);
            }
        });
    }

    private void refuseIfCommittedElsewhere(Offer accepted) {
        List<Commitment> committed = AdmissionPolicy.committed(offers.madeTo(accepted.person()));
        if (!accepted.commitment().fitsBeside(committed)) {
            throw new Refusal.Conflict(
                            "committed-elsewhere",
                            "The dates of offer (%s) overlap with what was accepted before, to more than %d days a week."
                                    .formatted(accepted.id(), Commitment.DAYS_IN_A_WEEK),
                            Map.of("state", accepted.status()))
                    .asException();
        }
    }
}
