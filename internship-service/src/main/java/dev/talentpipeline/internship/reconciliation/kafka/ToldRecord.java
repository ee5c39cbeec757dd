package dev.talentpipeline.internship.reconciliation.kafka;

import dev.talentpipeline.internship.reconciliation.Told;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The records of one key, read in their order. */
final class ToldRecord implements Told {

    private final String topic;
    private final String key;
    private final Undoing undoing;
    private final Set<UUID> events = new HashSet<>();
    private @Nullable SpecificRecord newest;
    private long version;
    private boolean erased;

    ToldRecord(String topic, String key, Undoing undoing) {
        this.topic = topic;
        this.key = key;
        this.undoing = undoing;
    }

    /**
     * Takes the next record of the key.
     *
     * @param event null: a tombstone
     */
    void take(@Nullable SpecificRecord event, UUID id, ToLongFunction<SpecificRecord> versions) {
        events.add(id);
        erased = event == null;
        // A late repetition of an older version is not the last word.
        if (event != null && versions.applyAsLong(event) >= version) {
            newest = event;
            version = versions.applyAsLong(event);
        }
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Set<UUID> events() {
        return Set.copyOf(events);
    }

    @Override
    public boolean erased() {
        return erased;
    }

    @Override
    public boolean undo() {
        return newest != null && undoing.undo(topic, key, newest, version + 1);
    }
}
