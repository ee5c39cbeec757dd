package dev.talentpipeline.monitoring.journal;

/** What the value of a record is. */
public enum Content {
    /** An event of its topic. */
    EVENT,
    /** Nothing: what has the key is taken off the topic. */
    TOMBSTONE,
    /** Bytes that no reader of the topic can read. */
    UNREADABLE
}
