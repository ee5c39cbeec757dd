package dev.talentpipeline.monitoring.deadletter;

import dev.talentpipeline.monitoring.journal.Content;
import dev.talentpipeline.monitoring.journal.DeadLetter;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.Entry;
import dev.talentpipeline.monitoring.journal.Position;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event that a reader could not process.
 *
 * @param id its number in the journal
 * @param topic where the event came from
 * @param position where it is now
 * @param why which reader it was, and its reason
 * @param payload what is kept of the event
 * @param deadAt since when
 * @param times how often it was set aside
 * @param standing where it stands
 * @param sending what became of it when it was sent again last; null: it never was
 * @param redrive of which sending that was
 */
public record Letter(
        long id,
        String topic,
        Position position,
        DeadLetter why,
        Content content,
        Entry.Trail trail,
        @Nullable Entity entity,
        @Nullable Long version,
        @Nullable String state,
        @Nullable Map<String, Object> payload,
        Instant deadAt,
        int times,
        Standing standing,
        @Nullable Sending sending,
        @Nullable UUID redrive) {}
