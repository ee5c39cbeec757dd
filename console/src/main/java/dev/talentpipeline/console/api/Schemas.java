package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

        /** Whether somebody writes or reads another registered version than the latest. */
        public boolean isMixed() {
            Version latest = latest();
            return latest != null
                    && Stream.concat(
                                    writers.stream().map(Writer::version),
                                    readers.stream().map(Reader::version))
                            .filter(Objects::nonNull)
                            .anyMatch(version -> version != latest.version());
        }

        /** Whether somebody writes by a schema that is not registered: nobody can read that. */
        public boolean isUnknown() {
            return writers.stream().anyMatch(writer -> writer.version() == null);
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

    /** The topics on which something is written that nobody can read. */
    public List<Topic> unknown() {
        return topics.stream().filter(Topic::isUnknown).toList();
    }

    /** The topics of which more than one version is written or read. */
    public List<Topic> mixed() {
        return topics.stream().filter(Topic::isMixed).toList();
    }
}
