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

    /** What it rests on has gone: the programme, the student or the internship. */
    record Overtake(Overtaken by) implements MeetingCommand {}

    /** Why a meeting comes to nothing though nobody decided so. */
    enum Overtaken {
        PROGRAMME_CLOSED,
        STUDENT_WITHDREW,
        INTERNSHIP_WITHDREW
    }
}
