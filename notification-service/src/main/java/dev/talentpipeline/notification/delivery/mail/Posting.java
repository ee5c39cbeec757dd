package dev.talentpipeline.notification.delivery.mail;

/** What came of posting one mail. Reasons name no person and no address. */
public sealed interface Posting {

    /** The server took the mail over. */
    record Accepted() implements Posting {}

    /** The server will never take a mail for this recipient. */
    record Refused(String reason) implements Posting {}

    /** The server did not take this mail now; it may take others. */
    record Deferred(String reason) implements Posting {}

    /** There was no server to talk to. */
    record Unreachable(String reason) implements Posting {}
}
