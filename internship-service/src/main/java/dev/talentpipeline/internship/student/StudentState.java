package dev.talentpipeline.internship.student;

/** Where a student of a programme stands. */
public enum StudentState {
    /** In the market. */
    ACTIVE,
    /** An offer expired unanswered: out of the market until the student, or the university for them, acts. */
    PAUSED,
    /** Has left the programme. */
    WITHDRAWN
}
