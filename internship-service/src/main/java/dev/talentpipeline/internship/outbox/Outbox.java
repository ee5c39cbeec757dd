package dev.talentpipeline.internship.outbox;

import dev.talentpipeline.internship.audit.Deed;

/**
 * What is to be told, kept with the state that it tells: both commit or neither does. Whoever appends a version holds the lock of the row
 * that the version was taken from, so version n is visible only after n-1 was committed; the relay relies on nothing else for order.
 */
public interface Outbox {

    /**
     * Appends a version that was not told before, and enters it in the audit trail: what is told was done by somebody.
     *
     * @param deed what the trail keeps of it
     */
    void append(OutboxMessage message, Deed deed);

    /** Has a version told once more, whether or not the outbox still holds it. Its readers will drop it as a duplicate. */
    void repeat(OutboxMessage message);
}
