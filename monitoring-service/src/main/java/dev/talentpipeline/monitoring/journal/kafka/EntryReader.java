package dev.talentpipeline.monitoring.journal.kafka;

import dev.talentpipeline.monitoring.journal.Content;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journal.Entry;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ToldAgain;
import dev.talentpipeline.schemas.UnreadableEventException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a record, whatever it holds: what nobody can read is an entry as well, and the journal goes on. */
final class EntryReader {

    private static final int FRAME_BYTES = 1 + Integer.BYTES;
    private static final int TRACE_PARTS = 4;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** The fields by whose values an event is found, beside the entity that it is about. */
    private static final List<String> NAMING = List.of(
            "studentId",
            "personId",
            "internshipId",
            "offerId",
            "placementId",
            "meetingId",
            "importId",
            "noticeId",
            "subject",
            "replaces");

    private final EventCodec codec;

    EntryReader(EventCodec codec) {
        this.codec = codec;
    }

    Entry read(ConsumerRecord<String, byte[]> record) {
        ReadTopic topic = ReadTopic.named(record.topic());
        byte[] value = record.value();
        SpecificRecord event = value == null ? null : decoded(topic, value);
        Map<String, Object> payload = event == null ? null : Payloads.of(topic.topic(), event);
        Entity entity = payload == null ? topic.entityOf(record.key()) : topic.entityOf(payload);
        Entry.Trail trail = topic.reader() == null ? trail(record) : withId(trail(record), record);
        return new Entry(
                new Position(record.topic(), record.partition(), record.offset()),
                value == null ? Content.TOMBSTONE : event == null ? Content.UNREADABLE : Content.EVENT,
                trail,
                Texts.id(record.key()),
                Instant.ofEpochMilli(record.timestamp()),
                value == null || value.length < FRAME_BYTES || value[0] != 0
                        ? null
                        : ByteBuffer.wrap(value, 1, Integer.BYTES).getInt(),
                entity,
                personOf(payload, entity),
                event == null ? null : version(event),
                payload == null ? null : text(payload, "state"),
                payload,
                mentions(trail, entity, payload),
                topic.reader() == null ? null : DeadLetters.of(topic.reader(), record.headers()),
                ToldAgain.isMarked(record.headers()));
    }

    private @Nullable SpecificRecord decoded(ReadTopic topic, byte[] value) {
        try {
            return codec.decode(topic.topic(), value);
        } catch (UnreadableEventException
                | AvroRuntimeException
                | DateTimeException
                | ArithmeticException
                | ClassCastException
                | IllegalArgumentException e) {
            // The entry says so; whoever has to act on the event sets it aside with the reason.
            return null;
        }
    }

    private static Entry.Trail trail(ConsumerRecord<String, byte[]> record) {
        try {
            EventHeaders headers = EventHeaders.readFrom(record.headers());
            return new Entry.Trail(
                    Texts.id(headers.id()),
                    Texts.id(headers.type()),
                    Texts.id(headers.source()),
                    storable(headers.time(), record),
                    Texts.id(headers.correlationId()),
                    Texts.id(headers.causationId()),
                    Texts.id(traceId(headers.traceparent())));
        } catch (UnreadableEventException e) {
            return new Entry.Trail(null, null, null, Instant.ofEpochMilli(record.timestamp()), null, null, null);
        }
    }

    /** A dead letter without an id of its own is known by where it first stood, however often it is set aside. */
    private static Entry.Trail withId(Entry.Trail trail, ConsumerRecord<String, byte[]> record) {
        return trail.eventId() != null
                ? trail
                : new Entry.Trail(
                        Texts.id(DeadLetters.firstStood(record.headers())),
                        trail.type(),
                        trail.source(),
                        trail.occurredAt(),
                        trail.correlationId(),
                        trail.causationId(),
                        trail.traceId());
    }

    /** When it was written, by the record's own time where the header's is none that a calendar has. */
    private static Instant storable(Instant written, ConsumerRecord<?, ?> record) {
        return written.isBefore(Instant.EPOCH) || written.isAfter(LAST)
                ? Instant.ofEpochMilli(record.timestamp())
                : written;
    }

    /** The trace's id in a {@code traceparent}: version, trace id, span id and flags with hyphens between. */
    private static @Nullable String traceId(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        String[] parts = traceparent.split("-", -1);
        return parts.length < TRACE_PARTS ? null : parts[1];
    }

    private static @Nullable Long version(SpecificRecord event) {
        Schema.Field field = event.getSchema().getField("version");
        return field != null && event.get(field.pos()) instanceof Long version ? version : null;
    }

    private static @Nullable String personOf(@Nullable Map<String, Object> payload, @Nullable Entity entity) {
        if (payload != null) {
            return text(payload, "personId");
        }
        return entity != null && entity.kind() == EntityKind.PERSON ? entity.id() : null;
    }

    private static Set<String> mentions(
            Entry.Trail trail, @Nullable Entity entity, @Nullable Map<String, Object> payload) {
        Set<@Nullable String> ids = new HashSet<>();
        ids.add(trail.eventId());
        ids.add(trail.correlationId());
        ids.add(trail.causationId());
        ids.add(trail.traceId());
        if (entity != null) {
            ids.add(entity.id());
        }
        if (payload != null) {
            NAMING.forEach(field -> ids.add(text(payload, field)));
        }
        Set<String> mentions = new HashSet<>();
        for (String id : ids) {
            if (id != null) {
                mentions.add(id);
            }
        }
        return mentions;
    }

    private static @Nullable String text(Map<String, Object> payload, String field) {
        return Texts.id(Objects.toString(payload.get(field), null));
    }
}
