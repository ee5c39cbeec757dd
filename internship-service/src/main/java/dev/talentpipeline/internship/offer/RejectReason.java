package dev.talentpipeline.internship.offer;

/** Why a proposal was not admitted. */
public enum RejectReason {
    /** It saw another version of programme, student or internship than the one that holds. */
    STALE,
    /** Its clearing was recalled before it arrived. */
    RECALLED,
    /** Also of a clearing after closesAt. */
    PROGRAMME_NOT_RUNNING,
    /** The university or the company is no member of the programme. */
    NOT_A_MEMBER,
    NO_SEAT,
    STUDENT_NOT_FREE,
    /** The student has committed the same days elsewhere. */
    COMMITTED_ELSEWHERE,
    /** One of the two turned the other down before. */
    PAIR_BARRED,
    /** The kept offer that it would replace is not kept any more. */
    UPGRADE_LOST
}
