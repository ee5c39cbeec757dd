package dev.talentpipeline.internship.outbox;

import dev.talentpipeline.internship.audit.Deed;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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

    /** A version that was not told before, and what the trail keeps of it. */
    record Entry(OutboxMessage message, Deed deed) {}

    /** The same for many, with fewer statements. */
    void appendAll(List<Entry> entries);

    /**
     * Takes what the key names off its topic for good, with a tombstone as its last version, and forgets what was told of it before. For
     * erasure only: a withdrawal is a state.
     *
     * @param deed of whom, as the one person concerned
     */
    void erase(String topic, String key, long version, Deed deed);

    /** Has every tombstone of the people told once more: a topic lets go of what came before one only once something came after it. */
    void repeatErasures(Collection<UUID> people);

    /** The ids of the events that wait to be told of the entity, up to that version. */
    Set<UUID> waiting(String topic, String key, long version);

    /** Takes back what waits to be told of the entity, up to that version, under its lock: the topic had those versions already. */
    void withdraw(String topic, String key, long version);

    /** Has a version told once more, whether or not the outbox still holds it. Its readers will drop it as a duplicate. */
    void repeat(OutboxMessage message);
}
