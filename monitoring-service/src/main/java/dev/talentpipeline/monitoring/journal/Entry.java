package dev.talentpipeline.monitoring.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event as the journal keeps it. It holds ids, states, versions, dates and counts; no name, contact or text of a person, and nothing that describes one.
 *
 * @param position where the record stands
 * @param content what its value is
 * @param trail what its headers say of it
 * @param key the record's key
 * @param recordedAt when the broker got it, by the record's own time
 * @param schemaId the registry's id of the schema that it was written by
 * @param entity what it is about
 * @param personId the person whom it concerns
 * @param version the entity's version
 * @param state the entity's state
 * @param payload what of the event may be kept, by field
 * @param mentions every id by which it can be found
 * @param deadLetter why it was set aside; null: it stands on a topic of its own kind
 * @param toldAgain whether its writer says that it may have told it before
 */
public record Entry(
        Position position,
        Content content,
        Trail trail,
        @Nullable String key,
        Instant recordedAt,
        @Nullable Integer schemaId,
        @Nullable Entity entity,
        @Nullable String personId,
        @Nullable Long version,
        @Nullable String state,
        @Nullable Map<String, Object> payload,
        Set<String> mentions,
        @Nullable DeadLetter deadLetter,
        boolean toldAgain) {

    public Entry {
        mentions = Set.copyOf(mentions);
    }

    /**
     * Where an event came from. Of a record that no service of the pipeline wrote, only the time is known.
     *
     * @param eventId the event's own id, the same however often it is sent
     * @param type the event's type
     * @param source the service that wrote it
     * @param occurredAt when it was written; the record's own time where no header says so
     * @param correlationId the same for all that one request brought about
     * @param causationId the event that this one answers
     * @param traceId of the trace that it belongs to
     */
    public record Trail(
            @Nullable String eventId,
            @Nullable String type,
            @Nullable String source,
            Instant occurredAt,
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable String traceId) {}
}
