package dev.talentpipeline.monitoring.journey;

import dev.talentpipeline.monitoring.journal.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entity whose events name what was sought.
 *
 * @param programme the programme that it belongs to, if any
 * @param state its latest state among these events
 * @param events how many of its events name it
 * @param firstAt when the first of them was written
 * @param lastAt when the last was
 */
public record Found(
        Entity entity,
        @Nullable String programme,
        @Nullable String state,
        int events,
        Instant firstAt,
        Instant lastAt) {}
