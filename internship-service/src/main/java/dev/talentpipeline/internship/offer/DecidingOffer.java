package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.offer.FindingOffer.Told;
import dev.talentpipeline.internship.offer.OfferCommand.Accept;
import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.OfferDecision.NotOffered;
import dev.talentpipeline.internship.offer.OfferDecision.NotOpen;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A party decides on an offer, in one transaction. Accepting also takes back the same person's open offers elsewhere that would need the
 * same days. Locks: programme (shared), person, internships, offers, the latter two in the order of their ids.
 */
public final class DecidingOffer {

    private final FindingOffer finding;
    private final Programmes programmes;
    private final People people;
    private final Internships internships;
    private final Offers offers;
    private final OfferChanges changes;
    private final CurrentVersions versions;
    private final Transactions transactions;
    private final Clock clock;

    DecidingOffer(
            FindingOffer finding,
            Programmes programmes,
            People people,
            Internships internships,
            Offers offers,
            OfferChanges changes,
            CurrentVersions versions,
            Transactions transactions,
            Clock clock) {
        this.finding = finding;
        this.programmes = programmes;
        this.people = people;
        this.internships = internships;
        this.offers = offers;
        this.changes = changes;
        this.versions = versions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Carries the decision out, or refuses it naming the state that the offer is in. */
    public Told decide(Caller caller, String id, OfferCommand.Decision decision) {
        return transactions.within(() -> {
            Offer found = finding.visible(caller, id);
            if (!(decision instanceof OfferCommand.Later) && !FindingOffer.isStudentOf(caller, found)) {
                throw new Refusal.Forbidden("Only the student to whom the offer was made accepts or declines it.")
                        .asException();
            }
            Programme programme = programmes.hold(found.proposal().programme()).orElseThrow();
            people.lock(found.person());
            List<Offer> inTheWay = decision instanceof Accept ? openInTheWayOf(found) : List.of();
            lockInternships(found, inTheWay);
            Offer offer = offers.lock(found.id()).orElseThrow();
            Instant now = clock.instant();
            refuseInClosed(programme, offer);
            return switch (OfferDecision.decide(offer.state(), decision, now)) {
                case Happened it -> {
                    if (decision instanceof Accept) {
                        makeRoom(offer, inTheWay, now);
                    }
                    yield finding.told(changes.apply(offer, it.events(), new Actor("STUDENT", caller.subject()), now));
                }
                case NotOpen(OfferStatus status) -> throw notOpen(offer, status);
                case NotOffered(OfferCommand.Later.Kind kind) -> throw notOffered(kind);
            };
        });
    }

    /** The person's open offers in other programmes that would need the same days. */
    private List<Offer> openInTheWayOf(Offer accepted) {
        List<Offer> others = offers.madeTo(accepted.person()).stream()
                .filter(other -> !other.id().equals(accepted.id()))
                .toList();
        List<Commitment> committed = Stream.concat(
                        Stream.of(accepted.commitment()), AdmissionPolicy.committed(others).stream())
                .toList();
        return others.stream()
                .filter(other -> other.status().isOpen()
                        && other.commitment().overlaps(accepted.commitment())
                        && !other.commitment().fitsBeside(committed))
                .toList();
    }

    private void lockInternships(Offer found, List<Offer> inTheWay) {
        Stream.concat(Stream.of(found), inTheWay.stream())
                .map(offer -> offer.proposal().internship())
                .distinct()
                .sorted()
                .forEach(internships::lock);
    }

    private void makeRoom(Offer accepted, List<Offer> inTheWay, Instant now) {
        List<Commitment> committed = AdmissionPolicy.committed(offers.madeTo(accepted.person()));
        if (!accepted.commitment().fitsBeside(committed)) {
            throw new Refusal.Conflict(
                            "committed-elsewhere",
                            "The dates of offer (%s) overlap with what was accepted before, to more than %d days a week."
                                    .formatted(accepted.id(), Commitment.DAYS_IN_A_WEEK),
                            Map.of("state", accepted.status()))
                    .asException();
        }
        inTheWay.stream().map(Offer::id).sorted().map(offers::lock).forEach(open -> {
            Offer offer = open.orElseThrow();
            changes.rescind(offer, RescindReason.COMMITTED_ELSEWHERE, versions.of(offer), Actor.SYSTEM, now);
        });
    }

    private static void refuseInClosed(Programme programme, Offer offer) {
        if (programme.state() == ProgrammeState.CLOSED && offer.status().isOpen()) {
            throw notOpen(offer, OfferStatus.RESCINDED);
        }
    }

    private static RuntimeException notOpen(Offer offer, OfferStatus status) {
        return new Refusal.Conflict(
                        "offer-not-open",
                        "offer (%s) is %s and cannot be decided on any more.".formatted(offer.id(), status),
                        Map.of("state", status, "version", offer.version()))
                .asException();
    }

    private static RuntimeException notOffered(OfferCommand.Later.Kind kind) {
        return new Refusal.Unprocessable(
                        "decision-not-offered",
                        "decision (%s) is not offered by this programme.".formatted(kind),
                        "decision",
                        kind,
                        "Use ACCEPT or DECLINE.",
                        Map.of())
                .asException();
    }
}
