package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.meeting.InterviewState.Cancelled;
import dev.talentpipeline.internship.meeting.InterviewState.Confirmed;
import dev.talentpipeline.internship.meeting.InterviewState.Held;
import dev.talentpipeline.internship.meeting.InterviewState.Proposed;
import dev.talentpipeline.internship.reason.Act;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a side may decide about an interview: the state machine of interviews. */
public enum InterviewMove {
    CONFIRM,
    MOVE,
    CANCEL,
    RECORD;

    /** Whose decision it is. */
    Set<Side> sides() {
        return this == RECORD ? EnumSet.of(Side.COMPANY) : EnumSet.of(Side.STUDENT, Side.COMPANY);
    }

    /** What its reason is given for; null: it carries none. A result is the reason of its recording. */
    @Nullable Act act() {
        return switch (this) {
            case CONFIRM -> null;
            case MOVE -> Act.MOVE_INTERVIEW;
            case CANCEL -> Act.CANCEL_INTERVIEW;
            case RECORD -> Act.INTERVIEW_RESULT;
        };
    }

    /** Whether the two come to meet by it, or have met. Whoever only wants to call off may do so whatever became of the company. */
    boolean meets() {
        return this != CANCEL;
    }

    /** Whether it always says why. */
    boolean needsReason() {
        return this == CANCEL || this == RECORD;
    }

    /** What happened, as the history of the meeting has it. */
    String done() {
        return switch (this) {
            case CONFIRM -> "INTERVIEW_CONFIRMED";
            case MOVE -> "INTERVIEW_MOVED";
            case CANCEL -> "INTERVIEW_CANCELLED";
            case RECORD -> "INTERVIEW_HELD";
        };
    }

    /**
     * Whether the side may do it. A time is agreed on before it comes and has its result after; a time that passed unconfirmed can still be
     * moved.
     *
     * @param now read after the meeting's lock was taken
     */
    boolean isPossible(Interview interview, Side by, Instant now) {
        if (!sides().contains(by)) {
            return false;
        }
        boolean begun = !now.isBefore(interview.startsAt());
        return switch (interview.state()) {
            case Proposed(Side proposer) ->
                switch (this) {
                    case CONFIRM -> proposer != by && !begun;
                    case MOVE, CANCEL -> true;
                    case RECORD -> false;
                };
            case Confirmed() ->
                switch (this) {
                    case CONFIRM -> false;
                    case MOVE, CANCEL -> !begun;
                    case RECORD -> begun;
                };
            // What was recorded wrongly is recorded again; the history keeps both.
            case Held _ -> this == RECORD;
            case Cancelled _ -> false;
        };
    }

    /** What the side could decide now. */
    static List<InterviewMove> possible(Interview interview, Side by, Instant now) {
        return Arrays.stream(values())
                .filter(move -> move.isPossible(interview, by, now))
                .toList();
    }
}
