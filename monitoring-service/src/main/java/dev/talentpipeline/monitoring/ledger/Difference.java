package dev.talentpipeline.monitoring.ledger;

import dev.talentpipeline.monitoring.journal.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it must be, with the event that it is about.
 *
 * @param reader whose account differs; null: what is written differs
 * @param offset where the event stands, or where the one stands by which its absence was seen
 * @param version that is missing, or that the event has
 * @param eventId null: the event is not known
 * @param entity what it is about
 */
public record Difference(
        long id,
        Kind kind,
        @Nullable String reader,
        String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable String key,
        @Nullable Long version,
        @Nullable String eventId,
        @Nullable Entity entity,
        @Nullable String programme,
        Instant foundAt) {}
