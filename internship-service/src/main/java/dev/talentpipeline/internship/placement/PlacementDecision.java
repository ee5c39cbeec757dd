package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.Entries.JobOffer;
import dev.talentpipeline.internship.placement.Entries.Taken;
import dev.talentpipeline.internship.placement.Entry.Content;
import dev.talentpipeline.internship.placement.PlacementCommand.Answer;
import dev.talentpipeline.internship.placement.PlacementCommand.Confirm;
import dev.talentpipeline.internship.placement.PlacementCommand.Dispute;
import dev.talentpipeline.internship.placement.PlacementCommand.RecordStep;
import dev.talentpipeline.internship.placement.PlacementCommand.VoidStep;
import dev.talentpipeline.internship.refusal.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be entered into a placement's record. A decision changes nothing by itself; its entry does.
 *
 * <p>One step of the internship waits for its confirmation at a time, so what is confirmed was possible when it was recorded and still is;
 * only a release comes between.
 */
sealed interface PlacementDecision {

    /** It is entered. */
    record Entered(Content content) implements PlacementDecision {}

    /** It is not, and why. */
    record Refused(Refusal refusal) implements PlacementDecision {}

    /**
     * Decides.
     *
     * @param by who wants it
     * @param today read after the placement's lock was taken
     */
    static PlacementDecision decide(Placement placement, PlacementCommand command, Party by, LocalDate today) {
        return switch (command) {
            case RecordStep step ->
                objection(placement, step, by, today)
                        .<PlacementDecision>map(Refused::new)
                        .orElseGet(() -> new Entered(
                                new Content.Recorded(step.step(), step.on(), step.reason(), step.early(), step.job())));
            case Answer answer -> answer(placement, answer, by);
        };
    }

    /** The steps that could be recorded now, whoever records them and whatever their date. */
    static List<Step> possible(Placement placement) {
        return Arrays.stream(Step.values())
                .filter(step -> isNext(placement, step))
                .toList();
    }

    /** The steps that this party could record now, whatever their date. */
    static List<Step> possible(Placement placement, Party by) {
        return Arrays.stream(Step.values())
                .filter(step -> objection(placement, step, by).isEmpty())
                .toList();
    }

    /** What this party could say now about the step of that entry; a number of no step has nothing said about it. */
    static List<Reply> possible(Placement placement, int entry, Party by) {
        return Arrays.stream(Reply.values())
                .filter(reply -> answer(placement, reply.about(entry, "any"), by) instanceof Entered)
                .toList();
    }

    private static boolean isNext(Placement placement, Step step) {
        PlacementState state = placement.state();
        Optional<JobOffer> job = placement.entries().jobOffer();
        boolean jobIsOpen = job.isPresent() && job.get().answer() == null;
        boolean jobIsTaken =
                job.flatMap(offer -> offer.answeredBy(Step.JOB_ACCEPTED)).isPresent();
        return switch (step) {
            case STARTED -> state == PlacementState.AGREED && nothingWaits(placement);
            case COMPLETED, ENDED -> state == PlacementState.STARTED && nothingWaits(placement);
            case JOB_OFFERED -> state.hasBegun() && !jobIsOpen && !jobIsTaken;
            case JOB_ACCEPTED, JOB_DECLINED -> state.hasBegun() && jobIsOpen;
            case RELEASED -> false;
        };
    }

    private static boolean nothingWaits(Placement placement) {
        return placement.entries().awaitingConfirmation().isEmpty();
    }

    private static Optional<Refusal> objection(Placement placement, Step step, Party by) {
        if (!step.recordedBy().contains(by)) {
            return Optional.of(PlacementRefusals.notYours(step));
        }
        if (placement.state() == PlacementState.AWAITING_SIGNATURES) {
            return Optional.of(PlacementRefusals.notWhole(placement, step));
        }
        return isNext(placement, step)
                ? Optional.empty()
                : Optional.of(PlacementRefusals.notPossible(placement, step, possible(placement)));
    }

    private static Optional<Refusal> objection(Placement placement, RecordStep command, Party by, LocalDate today) {
        Optional<Refusal> whatever = objection(placement, command.step(), by);
        if (whatever.isPresent()) {
            return whatever;
        }
        Job job = command.job();
        return job != null && job.startsOn().isBefore(command.on())
                ? Optional.of(PlacementRefusals.jobBeforeItsOffer(job, command.on()))
                : Bounds.of(placement, command, today).objection(command.on());
    }

    private static PlacementDecision answer(Placement placement, Answer answer, Party by) {
        Optional<Taken> about = placement.entries().step(answer.entry());
        if (about.isEmpty()) {
            return new Refused(PlacementRefusals.noSuchStep(placement, answer.entry()));
        }
        Taken taken = about.get();
        EntryState state = placement.entries().stateOf(taken);
        if (placement.state() == PlacementState.RELEASED) {
            return new Refused(PlacementRefusals.released(placement));
        }
        return switch (answer) {
            case Confirm _ -> replied(placement, taken, state, by, new Content.Confirmed(taken.number()));
            case Dispute dispute ->
                replied(placement, taken, state, by, new Content.Disputed(taken.number(), dispute.reason()));
            case VoidStep command -> voided(placement, taken, state, by, command.reason());
        };
    }

    private static PlacementDecision replied(
            Placement placement, Taken taken, EntryState state, Party by, Content reply) {
        if (taken.entry().isBy(by)) {
            return new Refused(PlacementRefusals.ownWord(taken));
        }
        return state == EntryState.RECORDED
                ? new Entered(reply)
                : new Refused(PlacementRefusals.notAwaiting(placement, taken, state));
    }

    private static PlacementDecision voided(
            Placement placement, Taken taken, EntryState state, Party by, String reason) {
        if (!taken.entry().isBy(by) && by != Party.UNIVERSITY) {
            return new Refused(PlacementRefusals.notYoursToVoid(taken));
        }
        if (state == EntryState.VOIDED) {
            return new Refused(PlacementRefusals.notAwaiting(placement, taken, state));
        }
        List<Integer> resting = resting(placement, taken).map(Taken::number).toList();
        if (!resting.isEmpty()) {
            return new Refused(PlacementRefusals.restedOn(placement, taken, resting));
        }
        if (taken.step().step() == Step.JOB_ACCEPTED && employmentIsSigned(placement)) {
            return new Refused(PlacementRefusals.employmentSigned(placement, taken));
        }
        return new Entered(new Content.Voided(taken.number(), reason));
    }

    private static boolean employmentIsSigned(Placement placement) {
        Signing employment = placement.employment();
        return employment != null && !employment.by().isEmpty();
    }

    /** What would hang in the air without the step. */
    private static Stream<Taken> resting(Placement placement, Taken taken) {
        Entries entries = placement.entries();
        Stream<Taken> later = Stream.concat(entries.in(EntryState.CONFIRMED), entries.in(EntryState.RECORDED))
                .filter(other -> other.number() > taken.number());
        return switch (taken.step().step()) {
            case STARTED -> later;
            case JOB_OFFERED ->
                later.filter(other ->
                        other.step().step() == Step.JOB_ACCEPTED || other.step().step() == Step.JOB_DECLINED);
            case COMPLETED, ENDED, JOB_ACCEPTED, JOB_DECLINED, RELEASED -> Stream.empty();
        };
    }
}
