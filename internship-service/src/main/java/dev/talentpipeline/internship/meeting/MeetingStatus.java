package dev.talentpipeline.internship.meeting;

/** Where a meeting stands, as a word. */
public enum MeetingStatus {
    /** The company has asked and waits for the answer. */
    INVITED,
    /** The two meet. */
    OPEN,
    /** The student does not want to. */
    DECLINED,
    /** No answer came in time. */
    EXPIRED,
    /** The company took the invitation back. */
    WITHDRAWN,
    /** The two do not meet any more. */
    ENDED
}
