package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a proposal may become an offer. Whoever asks holds the locks of all that is looked at. */
final class AdmissionPolicy {

    private AdmissionPolicy() {}

    /**
     * What the decision rests on.
     *
     * @param recall of the proposal's clearing; null: it was not recalled
     * @param offers every offer made to the person so far
     */
    record Facts(
            Proposal proposal,
            Programme programme,
            Student student,
            Internship internship,
            @Nullable Recall recall,
            List<Offer> offers) {

        Versions current() {
            return new Versions(programme.version(), student.version(), internship.version());
        }

        /** What the answer rests on. */
        Versions restsOn() {
            return recall == null ? current() : recall.restingOn(current());
        }

        /** The offer that this one would replace, if the person has it. */
        Optional<Offer> replaced() {
            return offers.stream()
                    .filter(offer -> offer.id().equals(proposal.replaces()))
                    .findFirst();
        }

        Commitment commitment() {
            var opening = internship.opening();
            return new Commitment(opening.startsOn(), opening.endsOn(), opening.daysPerWeek());
        }
    }

    /**
     * Why the proposal may not; empty if it may. A recalled clearing counts for nothing, whatever it saw. Then comes staleness: what a
     * clearing did not see it may judge better next time, while every other reason says something about the newest versions.
     *
     * @param now read after the locks were taken
     */
    static Optional<RejectReason> objection(Facts facts, Instant now) {
        if (facts.recall() != null) {
            return Optional.of(RejectReason.RECALLED);
        }
        if (!facts.proposal().seen().equals(facts.current())) {
            return Optional.of(RejectReason.STALE);
        }
        if (facts.proposal().replaces() != null && !canBeReplaced(facts, now)) {
            return Optional.of(RejectReason.UPGRADE_LOST);
        }
        if (facts.programme().state() != ProgrammeState.RUNNING || proposedAfterTheEnd(facts)) {
            return Optional.of(RejectReason.PROGRAMME_NOT_RUNNING);
        }
        if (!facts.programme().admitsUniversity(facts.student().person().university())
                || !facts.programme().admitsCompany(facts.internship().company())) {
            return Optional.of(RejectReason.NOT_A_MEMBER);
        }
        if (barred(facts)) {
            return Optional.of(RejectReason.PAIR_BARRED);
        }
        if (facts.student().state() != StudentState.ACTIVE || bound(facts) || !hopedFor(facts)) {
            return Optional.of(RejectReason.STUDENT_NOT_FREE);
        }
        if (!facts.internship().takesNew() || !facts.internship().hasFreeSeat()) {
            return Optional.of(RejectReason.NO_SEAT);
        }
        if (!facts.commitment().fitsBeside(committed(facts.offers()))) {
            return Optional.of(RejectReason.COMMITTED_ELSEWHERE);
        }
        return Optional.empty();
    }

    /** What was proposed in time is answered, however late it arrives. */
    private static boolean proposedAfterTheEnd(Facts facts) {
        Instant closesAt = facts.programme().rules().closesAt();
        return closesAt != null && !facts.proposal().proposedAt().isBefore(closesAt);
    }

    private static boolean barred(Facts facts) {
        return facts.offers().stream()
                .anyMatch(offer -> offer.status().barsPair()
                        && offer.proposal().student().equals(facts.student().id())
                        && offer.proposal()
                                .internship()
                                .equals(facts.internship().id()));
    }

    private static boolean canBeReplaced(Facts facts, Instant now) {
        return facts.replaced()
                .filter(offer ->
                        offer.proposal().student().equals(facts.student().id())
                                && OfferDecision.decide(offer.state(), new OfferCommand.Replace(), now)
                                        instanceof Happened)
                .isPresent();
    }

    /** Whether the student has an active offer beside the one that this would replace. */
    private static boolean bound(Facts facts) {
        return facts.offers().stream()
                .anyMatch(offer -> offer.status().isActive()
                        && offer.proposal().student().equals(facts.student().id())
                        && !offer.id().equals(facts.proposal().replaces()));
    }

    /** Who keeps an offer is free only for what they listed above it: nothing else may take its place. */
    private static boolean hopedFor(Facts facts) {
        List<UUID> listed = facts.student().profile().preferences();
        int place = listed.indexOf(facts.internship().id());
        return facts.replaced()
                .map(kept -> listed.indexOf(kept.proposal().internship()))
                .map(keptPlace -> place >= 0 && (keptPlace < 0 || place < keptPlace))
                .orElse(true);
    }

    /** The dates that the offers commit their person to. */
    static List<Commitment> committed(List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.status().isCommitted())
                .map(Offer::commitment)
                .toList();
    }
}
