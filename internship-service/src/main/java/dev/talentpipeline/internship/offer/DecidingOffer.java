package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.ClosingSeat;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.offer.FindingOffer.Told;
import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.OfferDecision.NotPossible;
import dev.talentpipeline.internship.offer.OfferDecision.ReasonMissing;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A party decides on an offer, in one transaction with what the decision does to the same person's other offers. Locks: programme (shared),
 * person, internships, offers, the latter two in the order of their ids.
 */
public final class DecidingOffer {

    private final FindingOffer finding;
    private final Programmes programmes;
    private final People people;
    private final Internships internships;
    private final Offers offers;
    private final LostGround.Finding grounds;
    private final OfferChanges changes;
    private final Deadlines.Setting deadlines;
    private final MakingRoom making;
    private final SettlingSilence settling;
    private final ClosingSeat seats;
    private final Students students;
    private final GivenReasons reasons;
    private final Transactions transactions;
    private final Clock clock;

    DecidingOffer(
            FindingOffer finding,
            Programmes programmes,
            People people,
            Internships internships,
            Offers offers,
            LostGround.Finding grounds,
            OfferChanges changes,
            Deadlines.Setting deadlines,
            MakingRoom making,
            SettlingSilence settling,
            ClosingSeat seats,
            Students students,
            GivenReasons reasons,
            Transactions transactions,
            Clock clock) {
        this.finding = finding;
        this.programmes = programmes;
        this.people = people;
        this.internships = internships;
        this.offers = offers;
        this.grounds = grounds;
        this.changes = changes;
        this.deadlines = deadlines;
        this.making = making;
        this.settling = settling;
        this.seats = seats;
        this.students = students;
        this.reasons = reasons;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Carries the decision out, or refuses it naming the state that the offer is in and what is possible from it.
     *
     * @throws dev.talentpipeline.internship.refusal.RefusedException if the decision is not the caller's, or not possible now
     */
    public Told decide(Caller caller, String id, Decision decision) {
        return transactions.within(() -> {
            DecisionKind kind = decision.kind();
            Offer found = finding.visible(caller, id);
            Party by = party(caller, found, kind);
            refuseUnlessOwnSchool(caller, found, by);
            refuseSeatFromStudent(decision, by);
            if (decision.lacksReason()) {
                throw reasonMissing(kind);
            }
            Act act = kind.act();
            if (act != null) {
                reasons.check(act, "reason", decision.reason());
            }
            Programme programme = programmes.hold(found.proposal().programme()).orElseThrow();
            people.lockKnown(found.person());
            List<Offer> inTheWay = making.inTheWayOf(found, kind);
            lockInternships(found, inTheWay);
            Offer locked = offers.lock(found.id()).orElseThrow();
            Instant now = clock.instant();
            refuseWhereStopped(programme, locked, kind, now);
            boolean ofNoSchool = school(locked).isEmpty();
            Offer settled = settling.settle(locked, programme, now);
            Offer offer = ofNoSchool ? settled.withoutSchool() : settled;
            Deadlines set = deadlines.of(programme.rules(), now);
            OfferCommand command = decision.command(by, ofNoSchool ? set.withoutSchool() : set);
            return switch (OfferDecision.decide(offer.state(), command, now)) {
                case Happened(List<OfferEvent> events) -> {
                    making.makeRoom(offer, kind, inTheWay, now);
                    Actor actor = new Actor(by.name(), caller.subject());
                    Offer decided = changes.apply(offer, events, actor, now);
                    closeSeat(decided, events, now);
                    if (decision.letter() != null) {
                        offers.add(decided.id(), new Letter(kind, now, actor, decision.letter()));
                    }
                    yield finding.told(caller, decided);
                }
                case NotPossible(OfferStatus status) -> throw notPossible(caller, offer, kind, status, now);
                case ReasonMissing() -> throw reasonMissing(kind);
            };
        });
    }

    private static Party party(Caller caller, Offer offer, DecisionKind kind) {
        return kind.parties().stream()
                .filter(party -> party.isActedBy(caller, offer))
                .findFirst()
                .orElseThrow(() -> new Refusal.Forbidden("%s is for the offer's own %s to decide."
                                .formatted(
                                        kind,
                                        String.join(
                                                ", ",
                                                kind.parties().stream()
                                                        .map(Party::name)
                                                        .toList())))
                        .asException());
    }

    /** Whoever speaks for one school of the university speaks for its students only. */
    private void refuseUnlessOwnSchool(Caller caller, Offer offer, Party by) {
        if (by != Party.SCHOOL) {
            return;
        }
        if (!school(offer).equals(Optional.ofNullable(caller.school()))) {
            throw new Refusal.Forbidden(
                            "school (%s) decides on offers of its own students only.".formatted(caller.school()))
                    .asException();
        }
    }

    private Optional<String> school(Offer offer) {
        return students.find(offer.proposal().student())
                .map(student -> student.profile().school());
    }

    private static void refuseSeatFromStudent(Decision decision, Party by) {
        if (decision.seat() != null && by == Party.STUDENT) {
            throw new Refusal.Invalid(List.of(new Refusal.Violation(
                            "seat",
                            decision.seat(),
                            "Leave it out: company and university say what becomes of the seat.")))
                    .asException();
        }
    }

    private void closeSeat(Offer released, List<OfferEvent> events, Instant now) {
        if (events.stream()
                .anyMatch(event -> event instanceof OfferEvent.OfferReleased(var _, Seat seat) && seat == Seat.CLOSE)) {
            seats.close(released.proposal().internship(), now);
        }
    }

    private void lockInternships(Offer found, List<Offer> inTheWay) {
        Stream.concat(
                        settling.concerned(found).stream(),
                        inTheWay.stream().map(offer -> offer.proposal().internship()))
                .distinct()
                .sorted()
                .forEach(internships::lock);
    }

    /** What has lost its ground is taken back, whether or not a sweep has run; a programme that is held or paused lets none out. */
    private void refuseWhereStopped(Programme programme, Offer offer, DecisionKind kind, Instant now) {
        if (grounds.of(offer, programme).isPresent()) {
            throw notPossible(offer, kind, OfferStatus.RESCINDED, List.of(), List.of());
        }
        if ((!PossibleDecisions.letsOut(programme, kind)
                        || (programme.state() != ProgrammeState.RUNNING && OfferDecision.isDue(offer.state(), now)))
                && offer.status() == OfferStatus.AWAITING_APPROVAL) {
            throw new Refusal.Conflict(
                            "programme-not-running",
                            "programme (%s) is %s and lets no offer out. Maybe its owner starts it again."
                                    .formatted(programme.id(), programme.state()),
                            Map.of("state", offer.status(), "programmeState", programme.state()))
                    .asException();
        }
    }

    private static RuntimeException notPossible(
            Caller caller, Offer offer, DecisionKind kind, OfferStatus status, Instant now) {
        if (status != offer.status()) {
            return notPossible(offer, kind, status, List.of(), List.of());
        }
        List<DecisionKind> callers =
                OfferDecision.possible(offer.state(), now, party -> party.isActedBy(caller, offer));
        return notPossible(offer, kind, status, OfferDecision.possible(offer.state(), now), callers);
    }

    /**
     * A refusal.
     *
     * @param possible what somebody could decide now
     * @param callers what of that is for the caller to decide
     */
    private static RuntimeException notPossible(
            Offer offer,
            DecisionKind kind,
            OfferStatus status,
            List<DecisionKind> possible,
            List<DecisionKind> callers) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("state", status);
        facts.put("version", offer.version());
        facts.put("possible", possible);
        if (offer.state() instanceof OfferState.Accepted(Endorsing endorsing, var _) && endorsing != null) {
            facts.put("awaits", endorsing.by());
        }
        return possible.isEmpty()
                ? new Refusal.Conflict(
                                "offer-not-open",
                                "offer (%s) is %s and cannot be decided on any more.".formatted(offer.id(), status),
                                facts)
                        .asException()
                : new Refusal.Conflict(
                                "decision-not-possible",
                                "offer (%s) is %s, from where %s is not possible now. %s"
                                        .formatted(
                                                offer.id(),
                                                status,
                                                kind,
                                                callers.isEmpty()
                                                        ? "It is for others to go on."
                                                        : "Maybe one of %s is.".formatted(callers)),
                                facts)
                        .asException();
    }

    private static RuntimeException reasonMissing(DecisionKind kind) {
        return new Refusal.Invalid(List.of(new Refusal.Violation(
                        "reason",
                        null,
                        "Say why with a code of letters, digits and hyphens such as too-far: %s needs one."
                                .formatted(kind))))
                .asException();
    }
}
