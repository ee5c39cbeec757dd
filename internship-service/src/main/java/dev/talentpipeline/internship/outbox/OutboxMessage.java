package dev.talentpipeline.internship.outbox;

import org.jspecify.annotations.Nullable;

/** One version of an entity, as it goes out. */
public final class OutboxMessage {

    private final String topic;
    private final String key;
    private final long version;
    private final String type;
    private final byte @Nullable [] value;

    /**
     * A message.
     *
     * @param version of the entity, gapless per key
     * @param type full name of the event's type
     * @param value the framed bytes of the record, which nobody changes any more; null: a tombstone
     */
    public OutboxMessage(String topic, String key, long version, String type, byte @Nullable [] value) {
        this.topic = topic;
        this.key = key;
        this.version = version;
        this.type = type;
        this.value = value;
    }

    public String topic() {
        return topic;
    }

    public String key() {
        return key;
    }

    public long version() {
        return version;
    }

    public String type() {
        return type;
    }

    public byte @Nullable [] value() {
        return value;
    }

    @Override
    public String toString() {
        return "%s %s version %d (%s, %d bytes)".formatted(topic, key, version, type, value == null ? 0 : value.length);
    }
}
