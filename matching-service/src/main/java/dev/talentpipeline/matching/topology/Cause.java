package dev.talentpipeline.matching.topology;

import dev.talentpipeline.kit.tracing.TraceContexts;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.UnreadableEventException;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Which event brought something about, and the step in which it was taken, as the headers of what follows from it say. */
record Cause(
        @Nullable String eventId,
        @Nullable String correlationId,
        @Nullable String traceparent) {

    static final Cause UNKNOWN = new Cause(null, null, null);

    /** The event with these headers, which is being taken. */
    static Cause of(Headers headers) {
        try {
            EventHeaders known = EventHeaders.readFrom(headers);
            return new Cause(known.id(), known.correlationId(), TraceContexts.current());
        } catch (UnreadableEventException e) {
            // Facts count without headers too; only the trail of what caused what is shorter then.
            return UNKNOWN;
        }
    }

    /** When the event was written, which may be long before it reached the topic; without headers, when it reached it. */
    static Instant writtenAt(Record<?, ?> record) {
        try {
            return EventHeaders.readFrom(record.headers()).time();
        } catch (UnreadableEventException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }
}
