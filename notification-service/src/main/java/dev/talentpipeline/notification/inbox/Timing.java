package dev.talentpipeline.notification.inbox;

/** When a notice is mailed. The inbox has it at once in any case. */
public enum Timing {
    AT_ONCE,
    /** With others, at the hour of the digest. */
    DIGEST,
    OFF
}
