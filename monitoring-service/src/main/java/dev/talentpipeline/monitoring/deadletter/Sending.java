package dev.talentpipeline.monitoring.deadletter;

/** What became of a dead letter that is sent again. */
public enum Sending {
    QUEUED,
    /** Its reader has not answered yet. */
    SENT,
    APPLIED,
    /** Its reader held it already, or something newer. */
    DROPPED,
    DEAD_AGAIN,
    /** It was not sent, for a reason of its own. */
    REFUSED,
    /** It was not sent, since somebody stopped the sending. */
    STOPPED,
    /** It was sent, and nobody waits for the answer any more. */
    UNANSWERED
}
