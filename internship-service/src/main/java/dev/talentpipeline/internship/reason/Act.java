package dev.talentpipeline.internship.reason;

/** Something that a party does and gives a coded reason for. Each has a catalogue of its own. */
public enum Act {
    /** A company does not let an offer out. */
    VETO,
    /** A student does not want an offer. */
    DECLINE,
    /** A university does not endorse an accepted offer. */
    REFUSE,
    /** A party asks for a release. */
    RELEASE,
    /** A party says no to the release that is asked for. */
    REFUSE_RELEASE,
    /** A party says that a placement was broken off. */
    END_PLACEMENT,
    /** A student does not take the job that is offered after a placement. */
    DECLINE_JOB,
    /** A party says that a step of a placement was not so. */
    DISPUTE,
    /** A party takes back what it recorded. */
    VOID,
    /** A student does not want to meet. */
    DECLINE_INVITATION,
    /** A company takes an invitation back. */
    WITHDRAW_INVITATION,
    /** A party ends a meeting. */
    END_MEETING,
    /** A party asks for another time for an interview. */
    MOVE_INTERVIEW,
    /** A party calls an interview off. */
    CANCEL_INTERVIEW,
    /** A company says how an interview went: here the code is the result. */
    INTERVIEW_RESULT,
    /** An opening is not approved. */
    REJECT_OPENING,
    /** A company is suspended. */
    SUSPEND_COMPANY
}
