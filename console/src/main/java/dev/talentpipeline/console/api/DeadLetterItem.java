package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event that a reader could not process. */
public record DeadLetterItem(
        long id,
        String topic,
        String group,
        String cause,
        @Nullable String reason,
        String content,
        @Nullable Entity entity,
        @Nullable Long version,
        @Nullable String state,
        @Nullable String eventId,
        Instant deadAt,
        int times,
        String standing,
        @Nullable String sending,
        @Nullable String redrive,
        @Nullable Map<String, Object> payload) {

    public record Entity(String kind, String id) {}

    /** Before the key of the word for its state. */
    public String statePrefix() {
        return FoundJourney.statePrefix(entity == null ? "" : entity.kind());
    }

    /** Whether it can be chosen: neither under way nor over, nor locked away. */
    public boolean isOpen() {
        return "OPEN".equals(standing);
    }

    public boolean isQuarantined() {
        return "QUARANTINED".equals(standing);
    }
}
