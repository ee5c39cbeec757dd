package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.person.OwnWord;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeRules.ConsentBy;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.kit.security.Caller;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a caller could decide about a meeting and its interviews now: what the state machines of both, asked, would carry out for them. The
 * use cases ask the same before they decide. Whether the company is verified is looked at only then.
 */
final class PossibleMoves {

    /** Who arranges interviews; the university looks on. */
    private static final List<Side> ARRANGE = List.of(Side.STUDENT, Side.COMPANY);

    private PossibleMoves() {}

    static List<MeetingMove> of(Caller caller, Meeting meeting, Programme programme, Instant now) {
        if (caller.school() != null) {
            return List.of();
        }
        return MeetingDecision.possible(meeting.state(), now, side -> side.isActedBy(caller, meeting)).stream()
                .filter(move -> goesOn(meeting, programme, move.meets()))
                .filter(move -> !isOthersWord(caller, programme, move))
                .toList();
    }

    /** What the caller could do in the meeting, its decisions first. */
    static List<MeetingAct> acts(Caller caller, Meeting meeting, int interviews, Programme programme, Instant now) {
        List<MeetingMove> moves = of(caller, meeting, programme, now);
        return Arrays.stream(MeetingAct.values())
                .filter(act -> switch (act) {
                    case ACCEPT -> moves.contains(MeetingMove.ACCEPT);
                    case DECLINE -> moves.contains(MeetingMove.DECLINE);
                    case WITHDRAW -> moves.contains(MeetingMove.WITHDRAW);
                    case END -> moves.contains(MeetingMove.END);
                    case PROPOSE_INTERVIEW ->
                        arranging(caller, meeting).isPresent()
                                && takesInterviews(meeting, programme, true)
                                && takesAnother(interviews);
                    case SHARE_DOSSIER -> meeting.isOpen() && Side.STUDENT.isActedBy(caller, meeting);
                })
                .toList();
    }

    /** Whether a meeting with so many interviews may have one more. */
    static boolean takesAnother(int interviews) {
        return interviews < ArrangingInterview.MOST;
    }

    static List<InterviewMove> of(
            Caller caller, Meeting meeting, Interview interview, Programme programme, Instant now) {
        return arranging(caller, meeting).stream()
                .flatMap(by -> InterviewMove.possible(interview, by, now).stream())
                .filter(move -> takesInterviews(meeting, programme, move.meets()))
                .toList();
    }

    /** The side as which the caller arranges interviews. */
    static Optional<Side> arranging(Caller caller, Meeting meeting) {
        return ARRANGE.stream().filter(side -> side.isActedBy(caller, meeting)).findFirst();
    }

    /** Whether the programme leaves it to the two; to come to meet, both have to be its members. */
    static boolean goesOn(Meeting meeting, Programme programme, boolean meets) {
        return programme.state() != ProgrammeState.CLOSED && (!meets || meeting.isOfMembers(programme));
    }

    /** Whether interviews of the meeting are arranged and called off now. */
    static boolean takesInterviews(Meeting meeting, Programme programme, boolean meets) {
        return meeting.isOpen() && goesOn(meeting, programme, meets);
    }

    /** Whether it is for the student themselves to say, where their own word counts. */
    static boolean isOthersWord(Caller caller, Programme programme, MeetingMove move) {
        return move == MeetingMove.ACCEPT
                && !OwnWord.isOf(caller)
                && programme.rules().consentBy() == ConsentBy.STUDENT;
    }
}
