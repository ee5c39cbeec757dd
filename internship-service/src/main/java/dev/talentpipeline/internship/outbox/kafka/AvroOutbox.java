package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.outbox.OutboxMessage;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/** The outbox for Avro events: encodes them in the writing transaction, so that what was committed can always be sent. */
@Component
public final class AvroOutbox {

    private final EventCodec codec;
    private final Outbox outbox;

    AvroOutbox(EventCodec codec, Outbox outbox) {
        this.codec = codec;
        this.outbox = outbox;
    }

    public <T extends SpecificRecord> void append(Topic<T> topic, String key, long version, T event) {
        outbox.append(message(topic, key, version, event), AuditedEvent.of(key, version, event));
    }

    /**
     * A version of one of many.
     *
     * @param version of the entity, gapless per key
     */
    public record Told<T extends SpecificRecord>(String key, long version, T event) {}

    /** The same for many versions of different keys, with fewer statements. */
    public <T extends SpecificRecord> void appendAll(Topic<T> topic, List<Told<T>> all) {
        outbox.appendAll(all.stream()
                .map(told -> new Outbox.Entry(
                        message(topic, told.key(), told.version(), told.event()),
                        AuditedEvent.of(told.key(), told.version(), told.event())))
                .toList());
    }

    public <T extends SpecificRecord> void repeat(Topic<T> topic, String key, long version, T event) {
        outbox.repeat(message(topic, key, version, event));
    }

    private <T extends SpecificRecord> OutboxMessage message(Topic<T> topic, String key, long version, T event) {
        return new OutboxMessage(topic.name(), key, version, event.getSchema().getFullName(), codec.encode(event));
    }
}
