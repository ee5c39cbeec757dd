package dev.talentpipeline.internship.meeting;

/** What somebody, or the clock, wants of a meeting. */
public sealed interface MeetingCommand {

    /** The student's side wants to meet. */
    record Accept() implements MeetingCommand {}

    /** The student's side does not want to meet. */
    record Decline(String reason) implements MeetingCommand {}

    /** The company takes its invitation back. */
    record Withdraw(String reason) implements MeetingCommand {}

    /** A side does not want to meet any longer. */
    record End(String reason) implements MeetingCommand {}

    /** The deadline may have passed. */
    record Expire() implements MeetingCommand {}

    /** What it rests on has gone: the programme, a side or the internship. */
    record Overtake(Overtaken by) implements MeetingCommand {}

    /** Why a meeting comes to nothing though nobody decided so. */
    enum Overtaken {
        PROGRAMME_CLOSED,
        STUDENT_WITHDREW,
        INTERNSHIP_WITHDREW,
        COMPANY_SUSPENDED,
        /** The university or the company is no member of the programme any more. */
        MEMBER_LEFT;

        /** Whether an invitation is taken back by it, as its company could do; otherwise it merely comes to nothing. */
        boolean takesBack() {
            return switch (this) {
                case PROGRAMME_CLOSED, STUDENT_WITHDREW -> false;
                case INTERNSHIP_WITHDREW, COMPANY_SUSPENDED, MEMBER_LEFT -> true;
            };
        }
    }
}
