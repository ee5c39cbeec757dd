package dev.talentpipeline.monitoring.schema;

import dev.talentpipeline.schemas.SchemaDifference;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A topic's schema as the registry has it.
 *
 * @param own the fingerprint as which this service reads it
 * @param versions the first one first
 * @param differences from the version of one number to that of another
 */
public record Registered(
        String topic,
        String type,
        String subject,
        String own,
        List<Version> versions,
        BiFunction<Integer, Integer, List<SchemaDifference>> differences) {

    /** One version, by which records and readers know it. */
    public record Version(int number, int id, String fingerprint, Instant registeredAt) {}
}
