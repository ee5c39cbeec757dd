package dev.talentpipeline.internship.audit;

import dev.talentpipeline.internship.origin.Acting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param position place in the trail; for one internship and for one person it rises in the order in which changes became true
 * @param transaction what shares it became true together
 * @param causationId id of the event that this answers; null if it answers none
 */
public record AuditEntry(
        long position,
        String transaction,
        Instant at,
        Deed deed,
        Acting by,
        String correlationId,
        @Nullable String causationId) {}
