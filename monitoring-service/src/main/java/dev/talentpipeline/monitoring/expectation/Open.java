package dev.talentpipeline.monitoring.expectation;

import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for what must follow.
 *
 * @param entity what it is about
 * @param programme in which; null: in none
 * @param position where the event stands that began it
 * @param version of that event
 * @param since when that was written
 * @param dueFrom from when the rule's time counts
 */
public record Open(
        Entity entity,
        @Nullable String programme,
        Position position,
        @Nullable Long version,
        Instant since,
        Instant dueFrom) {}
