package dev.talentpipeline.internship.internship;

/** What can be done with an opening beside changing it: its company withdraws it, and who approves openings decides on it. */
public enum OpeningAct {
    WITHDRAW,
    APPROVE,
    REJECT
}
