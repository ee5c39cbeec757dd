package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What could not be processed, by its cause. */
public record DeadLetterCauses(List<Cause> causes) {

    public record Cause(
            String topic,
            String deadLetters,
            String group,
            String cause,
            @Nullable String reason,
            long events,
            long open,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            List<Entity> entities) {}

    public record Entity(String kind, String id) {}
}
