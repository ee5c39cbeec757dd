package dev.talentpipeline.internship.owndata;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who was erased. Whoever it was, only the id is left.
 *
 * @param rewritten how often the files of tables were written anew since
 * @param completedAt when nothing was found on any topic any more; null while it is under way
 */
public record Erasure(
        UUID person,
        Instant askedAt,
        int rewritten,
        @Nullable Instant completedAt) {}
