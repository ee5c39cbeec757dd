package dev.talentpipeline.internship.offer;

/** Why an open offer was taken back. */
public enum RescindReason {
    STUDENT_WITHDRAWN,
    INTERNSHIP_WITHDRAWN,
    CAPACITY_CUT,
    /** The student committed the same days elsewhere. */
    COMMITTED_ELSEWHERE,
    PROGRAMME_CLOSED,
    /** The university or the company is no member of the programme any more. */
    MEMBER_LEFT,
    /** The clearing that it came from was recalled. */
    RECALLED,
    COMPANY_SUSPENDED
}
