package dev.talentpipeline.console.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One event on the way of a student, an internship or an offer. */
public record JourneyEvent(
        Position position,
        String content,
        @Nullable String eventId,
        @Nullable String type,
        @Nullable String source,
        @Nullable Entity entity,
        @Nullable Long version,
        @Nullable String state,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceId,
        @Nullable Integer schemaId,
        @Nullable Map<String, Object> payload,
        List<Position> copies,
        @Nullable DeadLetter deadLetter,
        @Nullable List<Reader> readers) {

    public record Position(String topic, int partition, long offset) {

        @Override
        public String toString() {
            return topic + " " + partition + "/" + offset;
        }
    }

    public record Entity(String kind, String id) {}

    public record DeadLetter(
            String group, String cause, @Nullable String reason) {}

    /**
     * A service that reads the topic.
     *
     * @param past whether it has come past the event
     * @param outcome what it made of the event; null: it is not known
     * @param attempts how often it tried; null: it is not known
     */
    public record Reader(
            String group,
            boolean past,
            @Nullable String outcome,
            @Nullable Integer attempts) {

        private String said() {
            return !past ? "WAITS" : outcome == null ? "OTHER" : outcome;
        }
    }

    /** What became of it, with those at whom it did; {@code WAITS}: they have not read it yet. */
    public Map<String, List<String>> readings() {
        return readers == null
                ? Map.of()
                : readers.stream()
                        .collect(Collectors.groupingBy(
                                Reader::said, TreeMap::new, Collectors.mapping(Reader::group, Collectors.toList())));
    }

    /** Readers that had to try again. */
    public List<Reader> retried() {
        return readers == null
                ? List.of()
                : readers.stream()
                        .filter(reader -> reader.attempts() != null && reader.attempts() > 1)
                        .toList();
    }

    /** Its type without the package, such as {@code Offer}; where it says none, its topic. */
    public String name() {
        return type == null ? position.topic() : type.substring(type.lastIndexOf('.') + 1);
    }

    /** Before the key of the word for its state. */
    public String statePrefix() {
        return FoundJourney.statePrefix(entity == null ? "" : entity.kind());
    }

    /** How long it took to its topic. */
    public long delayMs() {
        return Math.max(0, Duration.between(occurredAt, recordedAt).toMillis());
    }

    /** Whether somebody could not process it, or nobody can. */
    public boolean isBad() {
        return deadLetter != null || "UNREADABLE".equals(content);
    }
}
