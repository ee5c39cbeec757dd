package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside an event: CloudEvents attributes in the Kafka binding's binary mode, the extension attributes for correlation and
 * causation, and the W3C trace context.
 *
 * @param id {@code ce_id}: unique per event; a redelivered or resent event keeps it
 * @param type {@code ce_type}: the event type's full name
 * @param source {@code ce_source}: the service that wrote it
 * @param time {@code ce_time}: when it was written
 * @param subject {@code ce_subject}: the record key
 * @param correlationId the header of that name: the same for all that one request brought about
 * @param causationId the header of that name: the id of the event that this one answers, if any
 * @param traceparent {@code traceparent}: trace context, if traced
 */
public record EventHeaders(
        String id,
        String type,
        String source,
        Instant time,
        String subject,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    private static final String SPEC_VERSION = "ce_specversion";
    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String SOURCE = "ce_source";
    private static final String TIME = "ce_time";
    private static final String SUBJECT = "ce_subject";
    private static final String CORRELATION = "correlationid";
    private static final String CAUSATION = "causationid";
    private static final String TRACE = "traceparent";

    /** The same in another step of the trace. */
    public EventHeaders in(@Nullable String traceparent) {
        return new EventHeaders(id, type, source, time, subject, correlationId, causationId, traceparent);
    }

    /** Writes these over whatever the headers held under the same names. */
    public void writeTo(Headers headers) {
        put(headers, SPEC_VERSION, "1.0");
        put(headers, ID, id);
        put(headers, TYPE, type);
        put(headers, SOURCE, source);
        put(headers, TIME, time.toString());
        put(headers, SUBJECT, subject);
        put(headers, CORRELATION, correlationId);
        put(headers, CAUSATION, causationId);
        put(headers, TRACE, traceparent);
    }

    /**
     * Reads them back.
     *
     * @throws UnreadableEventException if a required one is missing or is not what it should be
     */
    public static EventHeaders readFrom(Headers headers) {
        return new EventHeaders(
                require(headers, ID),
                require(headers, TYPE),
                require(headers, SOURCE),
                instant(require(headers, TIME)),
                require(headers, SUBJECT),
                get(headers, CORRELATION),
                get(headers, CAUSATION),
                get(headers, TRACE));
    }

    /** The id of an event, whether or not its other headers can be read; null where it has none. */
    public static @Nullable String id(Headers headers) {
        return get(headers, ID);
    }

    /** The trace context of an event, whether or not its other headers can be read; null where it has none. */
    public static @Nullable String traceparent(Headers headers) {
        return get(headers, TRACE);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new UnreadableEventException("header ce_time (%s) must be an ISO 8601 instant.".formatted(text), e);
        }
    }

    private static String require(Headers headers, String name) {
        String value = get(headers, name);
        if (value == null) {
            throw new UnreadableEventException(
                    "header %s must be present. Maybe the event was not written by a service of the pipeline."
                            .formatted(name));
        }
        return value;
    }

    private static @Nullable String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        headers.remove(name);
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
