package dev.talentpipeline.monitoring.lag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a reader in one partition.
 *
 * @param at when
 * @param running whether the reader has a member
 * @param committed the next offset that it will read
 * @param end the offset after the last one
 * @param events how many events wait; the difference of the offsets would count the ends of transactions too
 * @param entities how many students, internships or offers these are about
 * @param oldestAt when the oldest of them reached the broker; null: none waits, or it is not in the journal yet
 */
public record Observation(
        Instant at,
        boolean running,
        long committed,
        long end,
        long events,
        long entities,
        @Nullable Instant oldestAt) {}
