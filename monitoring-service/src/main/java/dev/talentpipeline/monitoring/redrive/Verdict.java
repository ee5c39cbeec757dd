package dev.talentpipeline.monitoring.redrive;

/** What is expected of a dead letter if it is sent again. */
public enum Verdict {
    /** Its reader will process it, if what was wrong is mended. */
    PROCESSED,
    /** The same, but nobody could read it so far. */
    UNREADABLE,
    /** Its reader will drop it as older than what it holds, or as held. */
    DROPPED,
    /** It is not sent: it is about somebody who was erased, or something that was taken away. */
    ERASED,
    /** It is not sent: it failed too often. */
    QUARANTINED,
    /** It is not sent: it is on its way already. */
    IN_HAND;

    public boolean isSent() {
        return switch (this) {
            case PROCESSED, UNREADABLE, DROPPED -> true;
            case ERASED, QUARANTINED, IN_HAND -> false;
        };
    }
}
