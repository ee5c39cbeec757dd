package dev.talentpipeline.notification.inbox;

/** How far an import has come, by the names of its topic. */
public enum ImportState {
    UNKNOWN,
    READING,
    READY,
    REFUSED,
    COMMITTING,
    COMMITTED,
    CANCELLED,
    EXPIRED
}
