package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.meeting.MeetingCommand.Accept;
import dev.talentpipeline.internship.meeting.MeetingCommand.Decline;
import dev.talentpipeline.internship.meeting.MeetingCommand.End;
import dev.talentpipeline.internship.meeting.MeetingCommand.Expire;
import dev.talentpipeline.internship.meeting.MeetingCommand.Overtake;
import dev.talentpipeline.internship.meeting.MeetingCommand.Overtaken;
import dev.talentpipeline.internship.meeting.MeetingCommand.Withdraw;
import dev.talentpipeline.internship.meeting.MeetingState.Declined;
import dev.talentpipeline.internship.meeting.MeetingState.Ended;
import dev.talentpipeline.internship.meeting.MeetingState.Expired;
import dev.talentpipeline.internship.meeting.MeetingState.Invited;
import dev.talentpipeline.internship.meeting.MeetingState.Open;
import dev.talentpipeline.internship.meeting.MeetingState.Withdrawn;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The state machine of meetings: what a command brings about in a state. An invitation is answered while {@code now < respondBy} and
 * expires while not, one predicate, whether or not a sweep has run.
 */
public sealed interface MeetingDecision {

    /** It happens: the meeting stands here then. */
    record Happened(MeetingState state) implements MeetingDecision {}

    /** The command does not lead out of the state; this is what the meeting amounts to now. */
    record NotPossible(MeetingStatus status) implements MeetingDecision {}

    /**
     * Decides.
     *
     * @param now read after the meeting's lock was taken
     */
    static MeetingDecision decide(MeetingState state, MeetingCommand command, Instant now) {
        return switch (state) {
            case Invited invited -> decideInvited(invited, command, now);
            case Open open -> decideOpen(open, command);
            // A meeting that came to nothing, or is over, stays so: another one is another invitation.
            case Declined _, Expired _, Withdrawn _, Ended _ -> new NotPossible(state.status());
        };
    }

    private static MeetingDecision decideInvited(Invited state, MeetingCommand command, Instant now) {
        boolean late = !now.isBefore(state.respondBy());
        if (late) {
            return switch (command) {
                case Expire _, Overtake _ -> new Happened(new Expired());
                case Accept _, Decline _, Withdraw _, End _ -> new NotPossible(MeetingStatus.EXPIRED);
            };
        }
        return switch (command) {
            case Accept _ -> new Happened(new Open());
            case Decline(String reason) -> new Happened(new Declined(reason));
            case Withdraw(String reason) -> new Happened(new Withdrawn(reason));
            case Overtake(Overtaken by) -> new Happened(by.takesBack() ? new Withdrawn(by.name()) : new Expired());
            // There is nothing to end before the two meet.
            case End _, Expire _ -> new NotPossible(state.status());
        };
    }

    private static MeetingDecision decideOpen(Open state, MeetingCommand command) {
        return switch (command) {
            case End(String reason) -> new Happened(new Ended(reason));
            case Overtake(Overtaken by) -> new Happened(new Ended(by.name()));
            case Accept _, Decline _, Withdraw _, Expire _ -> new NotPossible(state.status());
        };
    }

    /** What one of these sides could decide now. */
    static List<MeetingMove> possible(MeetingState state, Instant now, Predicate<Side> sides) {
        return Arrays.stream(MeetingMove.values())
                .filter(move -> move.sides().stream().anyMatch(sides))
                .filter(move -> decide(state, move.command("any"), now) instanceof Happened)
                .toList();
    }
}
