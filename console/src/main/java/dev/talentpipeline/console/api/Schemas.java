package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Versions of schemas, who writes which, and what readers make of them. */
public record Schemas(@Nullable Instant observedAt, List<Topic> topics) {

    public record Topic(
            String topic,
            String type,
            String subject,
            List<Version> versions,
            List<Writer> writers,
            List<Reader> readers) {

        /** The version that was registered last; null: none is. */
        public @Nullable Version latest() {
            return versions.isEmpty() ? null : versions.getLast();
        }

        /** Whether somebody writes or reads another version than the latest. */
        public boolean isMixed() {
            Version latest = latest();
            return latest != null
                    && (writers.stream().anyMatch(writer -> !Objects.equals(writer.version(), latest.version()))
                            || readers.stream()
                                    .anyMatch(reader ->
                                            reader.said() && !Objects.equals(reader.version(), latest.version())));
        }
    }

    public record Version(int version, int id, Instant registeredAt, List<Difference> differences) {}

    public record Writer(String service, @Nullable Integer version, int id, long events, Instant lastAt) {}

    public record Reader(String group, @Nullable Integer version, boolean said, List<Taking> takes) {}

    /** What a reader makes of a version that was written. */
    public record Taking(int written, List<Difference> differences) {}

    public record Difference(
            String field,
            String change,
            @Nullable String before,
            @Nullable String after) {}

    /** The topics of which more than one version is written or read. */
    public List<Topic> mixed() {
        return topics.stream().filter(Topic::isMixed).toList();
    }
}
