package dev.talentpipeline.internship.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entity that a topic knew better than the database, and what became of it.
 *
 * @param told the highest version on the topic
 * @param held the version in the database; null: it had no such entity
 * @param version the one that it ends in
 */
public record Difference(
        Instant at,
        String topic,
        String key,
        long told,
        @Nullable Long held,
        long version,
        Outcome outcome) {

    /** What became of it. */
    public enum Outcome {
        /** The database's word was told again, above everything that the topic had. */
        RETOLD,
        /** The database does not know it: it was taken back. */
        UNDONE,
        /** The database does not know it, and it was over anyway. */
        LEFT
    }
}
