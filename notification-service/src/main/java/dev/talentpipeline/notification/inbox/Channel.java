package dev.talentpipeline.notification.inbox;

/** A way to reach a person. */
public enum Channel {
    INBOX,
    EMAIL
}
