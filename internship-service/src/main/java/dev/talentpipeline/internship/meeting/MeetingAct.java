package dev.talentpipeline.internship.meeting;

/** What a side can do in a meeting. One called like a decision is that decision. */
public enum MeetingAct {
    ACCEPT,
    DECLINE,
    WITHDRAW,
    END,
    /** A time to talk. */
    PROPOSE_INTERVIEW,
    /** Shows the dossier to the company; not to show it any more is always possible. */
    SHARE_DOSSIER
}
