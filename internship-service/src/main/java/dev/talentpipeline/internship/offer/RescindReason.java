package dev.talentpipeline.internship.offer;

/** Why an open offer was taken back. */
public enum RescindReason {
    STUDENT_WITHDRAWN,
    INTERNSHIP_WITHDRAWN,
    CAPACITY_CUT,
    /** The student committed the same days elsewhere. */
    COMMITTED_ELSEWHERE,
    PROGRAMME_CLOSED,
    /** The clearing that it came from was recalled. */
    RECALLED
}
