package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferCommand.PutOff;
import dev.talentpipeline.internship.programme.DeadlineRules.ApprovalDefault;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes of an offer what its deadline has made of it, inside the transaction that holds its locks: it is put off, or the programme's
 * default holds. Decisions and sweeps come through here alike, so that an answer meets the same offer whether or not a sweep has run.
 */
final class SettlingSilence {

    private final Offers offers;
    private final OfferChanges changes;
    private final ExpiringOffer expiring;
    private final MakingRoom making;
    private final GrantingGrace grace;
    private final Deadlines.Setting deadlines;

    SettlingSilence(
            Offers offers,
            OfferChanges changes,
            ExpiringOffer expiring,
            MakingRoom making,
            GrantingGrace grace,
            Deadlines.Setting deadlines) {
        this.offers = offers;
        this.changes = changes;
        this.expiring = expiring;
        this.making = making;
        this.grace = grace;
        this.deadlines = deadlines;
    }

    /** Internships that must be locked before the offer is settled, in their order. */
    List<UUID> concerned(Offer found) {
        return Stream.concat(
                        Stream.of(found),
                        found.status() == OfferStatus.AWAITING_APPROVAL ? replaced(found) : Stream.of())
                .map(offer -> offer.proposal().internship())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Offer> replaced(Offer offer) {
        return Optional.ofNullable(offer.proposal().replaces()).flatMap(offers::find).stream();
    }

    /** The offer as it stands now; the same if its deadline has not passed. */
    Offer settle(Offer locked, Programme programme, Instant now) {
        if (!OfferDecision.isDue(locked.state(), now) || waitsForProgramme(locked, programme)) {
            return locked;
        }
        Optional<PutOff> putOff = grace.of(locked, programme.rules().deadlines(), now);
        if (putOff.isPresent()) {
            return changes.applyIfPossible(locked, putOff.get(), Actor.SYSTEM, now)
                    .orElse(locked);
        }
        Silence silence = Silence.in(programme.rules(), deadlines.of(programme.rules(), now));
        if (locked.status() == OfferStatus.AWAITING_APPROVAL && silence.approvedUntil() != null) {
            making.makeRoom(locked, DecisionKind.APPROVE, making.inTheWayOf(locked, DecisionKind.APPROVE), now);
        }
        return expiring.expire(locked, silence, now);
    }

    /** Silence approves, but the programme lets nothing out: the default waits with it. */
    private static boolean waitsForProgramme(Offer offer, Programme programme) {
        return offer.status() == OfferStatus.AWAITING_APPROVAL
                && programme.state() != ProgrammeState.RUNNING
                && programme.rules().deadlines().approval() == ApprovalDefault.APPROVE;
    }
}
