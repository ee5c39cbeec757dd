package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferCommand.Accept;
import dev.talentpipeline.internship.offer.OfferCommand.Approve;
import dev.talentpipeline.internship.offer.OfferCommand.Decline;
import dev.talentpipeline.internship.offer.OfferCommand.Endorse;
import dev.talentpipeline.internship.offer.OfferCommand.Escalate;
import dev.talentpipeline.internship.offer.OfferCommand.Expire;
import dev.talentpipeline.internship.offer.OfferCommand.Keep;
import dev.talentpipeline.internship.offer.OfferCommand.PutOff;
import dev.talentpipeline.internship.offer.OfferCommand.Refuse;
import dev.talentpipeline.internship.offer.OfferCommand.RefuseRelease;
import dev.talentpipeline.internship.offer.OfferCommand.Release;
import dev.talentpipeline.internship.offer.OfferCommand.Remind;
import dev.talentpipeline.internship.offer.OfferCommand.Replace;
import dev.talentpipeline.internship.offer.OfferCommand.Rescind;
import dev.talentpipeline.internship.offer.OfferCommand.Veto;
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
import dev.talentpipeline.internship.offer.OfferEvent.OfferReminded;
import dev.talentpipeline.internship.offer.OfferEvent.OfferReplaced;
import dev.talentpipeline.internship.offer.OfferEvent.OfferRescinded;
import dev.talentpipeline.internship.offer.OfferEvent.OfferVetoed;
import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.offer.OfferState.AwaitingApproval;
import dev.talentpipeline.internship.offer.OfferState.Confirmed;
import dev.talentpipeline.internship.offer.OfferState.Extended;
import dev.talentpipeline.internship.offer.OfferState.Kept;
import dev.talentpipeline.internship.offer.OfferState.Settled;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The state machine of offers: what a command brings about in a state. A decision changes nothing by itself; its events do.
 *
 * <p>Every answer counts while {@code now < respondBy}, and its failing to come while not: one predicate, so that at any instant exactly
 * one of the two is possible, whether or not a sweep has run.
 */
public sealed interface OfferDecision {

    /** It happens: these events, in order. */
    record Happened(List<OfferEvent> events) implements OfferDecision {
        public Happened {
            events = List.copyOf(events);
        }
    }

    /** The command does not lead out of the state; this is what the offer amounts to now. */
    record NotPossible(OfferStatus status) implements OfferDecision {}

    /** It would happen if it came with a reason. */
    record ReasonMissing() implements OfferDecision {}

    /**
     * Decides.
     *
     * @param now read after the offer's lock was taken
     */
    static OfferDecision decide(OfferState state, OfferCommand command, Instant now) {
        return switch (state) {
            case AwaitingApproval awaiting -> decideAwaiting(awaiting, command, now);
            case Extended extended -> decideExtended(extended, command, now);
            case Kept kept -> decideKept(kept, command, now);
            case Accepted accepted -> decideAccepted(accepted, command, now);
            case Confirmed confirmed -> decideConfirmed(confirmed, command);
            // A settled offer binds nothing, so nothing can be asked of it.
            case Settled settled -> new NotPossible(settled.status());
        };
    }

    /** What a party could decide now, whichever party it is. */
    static List<DecisionKind> possible(OfferState state, Instant now) {
        return possible(state, now, _ -> true);
    }

    /** What one of these parties could decide now. */
    static List<DecisionKind> possible(OfferState state, Instant now, Predicate<Party> parties) {
        Deadlines some = new Deadlines(now, now, now, now, null);
        return Arrays.stream(DecisionKind.values())
                .filter(kind -> kind.parties().stream()
                        .filter(parties)
                        .map(by -> Decision.of(kind, "any").command(by, some))
                        .anyMatch(command -> decide(state, command, now) instanceof Happened))
                .toList();
    }

    /** The company has not let it go out, so the student cannot answer. */
    private static OfferDecision decideAwaiting(AwaitingApproval state, OfferCommand command, Instant now) {
        return switch (command) {
            case Approve(Instant respondBy) -> inTime(state, now, new OfferExtended(respondBy));
            case Veto(String reason) -> inTime(state, now, new OfferVetoed(reason));
            case Expire(Silence silence) ->
                tooLate(
                        state,
                        now,
                        silence.approvedUntil() == null
                                ? new OfferLapsed()
                                : new OfferExtended(silence.approvedUntil()));
            case PutOff putOff -> tooLate(state, now, putOff(putOff));
            case Remind() -> inTime(state, now, new OfferReminded());
            case Escalate() -> inTime(state, now, new OfferEscalated());
            // While nobody has committed, an offer whose ground has gone goes too.
            case Rescind(RescindReason reason) -> happened(new OfferRescinded(reason));
            case Accept _, Keep _, Decline _, Endorse _, Refuse _, Release _, RefuseRelease _, Replace _ ->
                notPossible(state, now);
        };
    }

    private static OfferDecision decideExtended(Extended state, OfferCommand command, Instant now) {
        return switch (command) {
            case Accept accept -> inTime(state, now, acceptance(accept));
            case Keep(Instant until) -> inTime(state, now, new OfferKept(until));
            case Decline(String reason) -> inTime(state, now, new OfferDeclined(reason));
            case Expire _ -> tooLate(state, now, new OfferExpired());
            case PutOff putOff -> tooLate(state, now, putOff(putOff));
            case Remind() -> inTime(state, now, new OfferReminded());
            case Escalate() -> inTime(state, now, new OfferEscalated());
            case Rescind(RescindReason reason) -> happened(new OfferRescinded(reason));
            // Only who keeps an offer hopes for a better one.
            case Approve _, Veto _, Endorse _, Refuse _, Release _, RefuseRelease _, Replace _ ->
                notPossible(state, now);
        };
    }

    /** Keeping again would only put the deadline off, so it is not possible. */
    private static OfferDecision decideKept(Kept state, OfferCommand command, Instant now) {
        return switch (command) {
            case Accept accept -> inTime(state, now, acceptance(accept));
            case Decline(String reason) -> inTime(state, now, new OfferDeclined(reason));
            case Replace() -> inTime(state, now, new OfferReplaced());
            case Expire _ -> tooLate(state, now, new OfferExpired());
            case PutOff putOff -> tooLate(state, now, putOff(putOff));
            case Remind() -> inTime(state, now, new OfferReminded());
            case Escalate() -> inTime(state, now, new OfferEscalated());
            case Rescind(RescindReason reason) -> happened(new OfferRescinded(reason));
            case Approve _, Veto _, Keep _, Endorse _, Refuse _, Release _, RefuseRelease _ -> notPossible(state, now);
        };
    }

    /** Who has committed gets out by a release only; what others do does not undo it. */
    private static OfferDecision decideAccepted(Accepted state, OfferCommand command, Instant now) {
        return switch (command) {
            case Endorse(Party by, Instant nextUntil) ->
                isAwaited(state, by) ? inTime(state, now, endorsed(by, nextUntil)) : notPossible(state, now);
            case Refuse(Party by, String reason) ->
                isAwaited(state, by) ? inTime(state, now, new OfferRefused(reason)) : notPossible(state, now);
            case Expire(Silence silence) -> tooLate(state, now, withoutEndorsement(state, silence));
            case PutOff putOff -> tooLate(state, now, putOff(putOff));
            case Remind() -> inTime(state, now, new OfferReminded());
            case Escalate() -> inTime(state, now, new OfferEscalated());
            case Release release -> isDue(state, now) ? notPossible(state, now) : ReleaseDecision.ask(state, release);
            case RefuseRelease refusal ->
                isDue(state, now) ? notPossible(state, now) : ReleaseDecision.refuse(state, refusal);
            case Approve _, Veto _, Accept _, Keep _, Decline _, Replace _, Rescind _ -> notPossible(state, now);
        };
    }

    private static OfferDecision decideConfirmed(Confirmed state, OfferCommand command) {
        return switch (command) {
            case Release release -> ReleaseDecision.ask(state, release);
            case RefuseRelease refusal -> ReleaseDecision.refuse(state, refusal);
            case Approve _,
                    Veto _,
                    Accept _,
                    Keep _,
                    Decline _,
                    Endorse _,
                    Refuse _,
                    Replace _,
                    Expire _,
                    PutOff _,
                    Remind _,
                    Escalate _,
                    Rescind _ -> new NotPossible(state.status());
        };
    }

    /** Where no endorsement is asked, an accepted offer is confirmed at once. */
    private static OfferEvent[] acceptance(Accept accept) {
        Endorsing endorsing = accept.endorsing();
        return endorsing == null
                ? new OfferEvent[] {new OfferAccepted(null), new OfferConfirmed()}
                : new OfferEvent[] {new OfferAccepted(endorsing)};
    }

    /** School and university endorse in this order only. */
    private static boolean isAwaited(Accepted state, Party by) {
        Endorsing endorsing = state.endorsing();
        return endorsing != null && endorsing.by() == by;
    }

    private static OfferEvent endorsed(Party by, Instant nextUntil) {
        return by == Party.SCHOOL
                ? new OfferEndorsed(new Endorsing(Party.UNIVERSITY, nextUntil))
                : new OfferConfirmed();
    }

    private static OfferEvent withoutEndorsement(Accepted state, Silence silence) {
        Endorsing endorsing = state.endorsing();
        return endorsing == null || silence.endorsedUntil() == null
                ? new OfferLapsed()
                : endorsed(endorsing.by(), silence.endorsedUntil());
    }

    private static OfferEvent putOff(PutOff command) {
        return new DeadlinePutOff(command.until(), command.grace());
    }

    private static OfferDecision inTime(OfferState state, Instant now, OfferEvent... events) {
        return isDue(state, now) ? notPossible(state, now) : happened(events);
    }

    private static OfferDecision tooLate(OfferState state, Instant now, OfferEvent event) {
        return isDue(state, now) ? happened(event) : notPossible(state, now);
    }

    /** The one predicate of all deadlines. */
    static boolean isDue(OfferState state, Instant now) {
        Instant respondBy = state.respondBy();
        return respondBy != null && !now.isBefore(respondBy);
    }

    private static OfferDecision notPossible(OfferState state, Instant now) {
        return new NotPossible(isDue(state, now) ? withoutAnswer(state) : state.status());
    }

    /** What becomes of an offer whose answer does not come. */
    private static OfferStatus withoutAnswer(OfferState state) {
        return switch (state) {
            case Extended _, Kept _ -> OfferStatus.EXPIRED;
            case AwaitingApproval _, Accepted _ -> OfferStatus.LAPSED;
            case Confirmed _, Settled _ -> state.status();
        };
    }

    private static OfferDecision happened(OfferEvent... events) {
        return new Happened(List.of(events));
    }
}
