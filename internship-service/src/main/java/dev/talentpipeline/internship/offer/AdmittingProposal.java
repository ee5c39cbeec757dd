package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.offer.AdmissionPolicy.Facts;
import dev.talentpipeline.internship.offer.OfferState.AwaitingApproval;
import dev.talentpipeline.internship.offer.OfferState.Extended;
import dev.talentpipeline.internship.offer.OfferState.Rejected;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers proposals, each in one transaction: an offer or a rejection, told either way. An offer that goes out at once in the place of a
 * kept one ends the keeping in the same transaction. A proposal that was answered before gets the same answer once more. Locks: programme (shared), person, internship, offer.
 */
public final class AdmittingProposal {

    /** How a proposal was answered. */
    public enum Answer {
        ADMITTED,
        REJECTED,
        REPEATED
    }

    private final Programmes programmes;
    private final People people;
    private final Students students;
    private final Internships internships;
    private final Offers offers;
    private final Recalls recalls;
    private final OfferChanges changes;
    private final Deadlines.Setting deadlines;
    private final OfferEvents events;
    private final LostEntities lost;
    private final Transactions transactions;
    private final Clock clock;

    AdmittingProposal(
            Programmes programmes,
            People people,
            Students students,
            Internships internships,
            Offers offers,
            Recalls recalls,
            OfferChanges changes,
            Deadlines.Setting deadlines,
            OfferEvents events,
            LostEntities lost,
            Transactions transactions,
            Clock clock) {
        this.programmes = programmes;
        this.people = people;
        this.students = students;
        this.internships = internships;
        this.offers = offers;
        this.recalls = recalls;
        this.changes = changes;
        this.deadlines = deadlines;
        this.events = events;
        this.lost = lost;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Answers the proposal.
     *
     * @throws UnknownProposalException if it names what never existed, so that no offer could be made of it
     */
    public Answer answer(Proposal proposal) {
        try {
            return transactions.within(() -> decide(proposal));
        } catch (UnknownProposalException e) {
            if (!lost.concern(proposal)) {
                throw e;
            }
            // Without an answer the matcher would repeat it for ever. There is no row to keep it in, and none is
            // needed: it is the same each time.
            return transactions.within(() -> {
                events.turnedAway(proposal, lost.firstVersion(proposal));
                return Answer.REJECTED;
            });
        }
    }

    private Answer decide(Proposal proposal) {
        Facts facts = lockedFacts(proposal);
        Optional<Offer> answered = offers.lock(proposal.id());
        if (answered.isPresent()) {
            refuseOtherUseOfId(proposal, answered.get());
            events.repeated(answered.get());
            return Answer.REPEATED;
        }
        Instant now = clock.instant();
        Optional<RejectReason> objection = AdmissionPolicy.objection(facts, now);
        OfferState state = objection
                .<OfferState>map(reason -> new Rejected(reason.name()))
                .orElseGet(() -> admitted(facts.programme().rules(), now));
        if (state instanceof Extended) {
            facts.replaced().ifPresent(kept -> replace(kept, now));
        }
        Offer offer = new Offer(
                proposal,
                facts.student().person().id(),
                facts.student().person().university(),
                facts.internship().company(),
                facts.commitment(),
                facts.restsOn(),
                lost.firstVersion(proposal),
                state,
                Awaiting.from(now),
                now);
        offers.add(offer, Actor.MATCHER);
        events.changed(offer);
        return objection.isPresent() ? Answer.REJECTED : Answer.ADMITTED;
    }

    private OfferState admitted(ProgrammeRules rules, Instant now) {
        Deadlines set = deadlines.of(rules, now);
        return switch (rules.offerPolicy()) {
            case AUTOMATIC -> new Extended(set.respondBy());
            // What it replaces is held until the company lets it out.
            case COMPANY_APPROVAL -> new AwaitingApproval(set.approveBy());
        };
    }

    private void replace(Offer kept, Instant now) {
        Offer locked = offers.lock(kept.id()).orElseThrow();
        if (changes.applyIfPossible(locked, new OfferCommand.Replace(), Actor.MATCHER, now)
                .isEmpty()) {
            throw new IllegalStateException(
                    "offer (%s) is %s though its person is locked.".formatted(locked.id(), locked.status()));
        }
    }

    private Facts lockedFacts(Proposal proposal) {
        var programme = programmes
                .hold(proposal.programme())
                .orElseThrow(() -> unknown(proposal, "programme", proposal.programme()));
        Student found = students.find(proposal.student())
                .filter(student -> student.programme().equals(programme.id()))
                .orElseThrow(() -> unknown(proposal, "student", proposal.student()));
        people.lock(found.person().id());
        List<Offer> made = offers.madeTo(found.person().id());
        lockInternships(proposal, made);
        var internship = internships
                .find(proposal.internship())
                .filter(each -> each.programme().equals(programme.id()))
                .orElseThrow(() -> unknown(proposal, "internship", proposal.internship()));
        Student student = students.find(found.id()).orElse(found);
        Recall recall = recalls.find(programme.id(), proposal.clearing()).orElse(null);
        return new Facts(proposal, programme, student, internship, recall, made);
    }

    /** That of the proposal and that of the offer which it would replace, in the order of their ids. */
    private void lockInternships(Proposal proposal, List<Offer> made) {
        Stream.concat(
                        Stream.of(proposal.internship()),
                        made.stream()
                                .filter(offer -> offer.id().equals(proposal.replaces()))
                                .map(offer -> offer.proposal().internship()))
                .distinct()
                .sorted()
                .forEach(internships::lock);
    }

    private static void refuseOtherUseOfId(Proposal proposal, Offer answered) {
        Proposal first = answered.proposal();
        if (!first.programme().equals(proposal.programme())
                || !first.student().equals(proposal.student())
                || !first.internship().equals(proposal.internship())) {
            throw new UnknownProposalException(
                    "proposal (%s) must be for the student (%s) and the internship (%s) that it was for before."
                            .formatted(proposal.id(), first.student(), first.internship()));
        }
    }

    private static UnknownProposalException unknown(Proposal proposal, String what, Object id) {
        return new UnknownProposalException(
                "proposal (%s) must name a %s of its programme, not (%s). Maybe it comes from another system's topic."
                        .formatted(proposal.id(), what, id));
    }
}
