package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.meeting.MeetingCommand.Accept;
import dev.talentpipeline.internship.meeting.MeetingCommand.Decline;
import dev.talentpipeline.internship.meeting.MeetingCommand.End;
import dev.talentpipeline.internship.meeting.MeetingCommand.Withdraw;
import dev.talentpipeline.internship.reason.Act;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a side may decide about a meeting, by the name under which it is asked for. */
public enum MeetingMove {
    ACCEPT,
    DECLINE,
    WITHDRAW,
    END;

    /** Whose decision it is. */
    Set<Side> sides() {
        return switch (this) {
            case ACCEPT, DECLINE -> EnumSet.of(Side.STUDENT, Side.UNIVERSITY);
            case WITHDRAW -> EnumSet.of(Side.COMPANY);
            case END -> EnumSet.allOf(Side.class);
        };
    }

    /** What its reason is given for; null: it carries none. Who says no always says why. */
    @Nullable Act act() {
        return switch (this) {
            case ACCEPT -> null;
            case DECLINE -> Act.DECLINE_INVITATION;
            case WITHDRAW -> Act.WITHDRAW_INVITATION;
            case END -> Act.END_MEETING;
        };
    }

    /** Whether the two come to meet by it. Whoever only wants to leave may do so whatever became of the company. */
    boolean meets() {
        return this == ACCEPT;
    }

    /**
     * The decision as a command.
     *
     * @param reason of no meaning where none is carried
     */
    MeetingCommand command(String reason) {
        return switch (this) {
            case ACCEPT -> new Accept();
            case DECLINE -> new Decline(reason);
            case WITHDRAW -> new Withdraw(reason);
            case END -> new End(reason);
        };
    }
}
