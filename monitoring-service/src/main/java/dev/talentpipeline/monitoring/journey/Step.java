package dev.talentpipeline.monitoring.journey;

import dev.talentpipeline.monitoring.journal.Content;
import dev.talentpipeline.monitoring.journal.DeadLetter;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.Entry;
import dev.talentpipeline.monitoring.journal.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event on a journey.
 *
 * @param entry its number in the journal
 * @param payload what is kept of the event
 * @param copies where else the same event stands
 * @param deadLetter why it was set aside; null: it was not
 */
public record Step(
        long entry,
        Position position,
        Content content,
        Entry.Trail trail,
        @Nullable String key,
        Instant recordedAt,
        @Nullable Integer schemaId,
        @Nullable Entity entity,
        @Nullable Long version,
        @Nullable String state,
        @Nullable Map<String, Object> payload,
        List<Position> copies,
        @Nullable DeadLetter deadLetter) {}
