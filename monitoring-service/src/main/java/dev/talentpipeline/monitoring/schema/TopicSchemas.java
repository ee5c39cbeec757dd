package dev.talentpipeline.monitoring.schema;

import dev.talentpipeline.schemas.SchemaDifference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one topic's schema, with who writes and who reads it.
 *
 * @param type the event's full name
 * @param subject under which the registry has them
 * @param versions the first one first
 */
public record TopicSchemas(
        String topic,
        String type,
        String subject,
        List<Version> versions,
        List<Writing> writers,
        List<Reading> readers) {

    /**
     * One version.
     *
     * @param id that stands in records
     * @param differences from the version before; of the first there are none
     */
    public record Version(int number, int id, Instant registeredAt, List<SchemaDifference> differences) {}

    /**
     * What was seen of a writer.
     *
     * @param version null: the registry has no such id under this subject
     * @param events how many
     */
    public record Writing(String service, @Nullable Integer version, int id, long events, Instant lastAt) {}

    /**
     * As what a reader reads.
     *
     * @param version null: it has not said, or it was compiled with a schema that is not registered
     * @param said whether it has said as what it reads
     * @param takes what it makes of each version that was written
     */
    public record Reading(String group, @Nullable Integer version, boolean said, List<Taking> takes) {}

    /**
     * What a reader makes of a version that was written: from the one to the other, what is added it takes from defaults, what is removed it does not see.
     *
     * @param written the version that was written
     */
    public record Taking(int written, List<SchemaDifference> differences) {}
}
