package dev.talentpipeline.monitoring.deadletter.web;

import dev.talentpipeline.monitoring.deadletter.Cause;
import dev.talentpipeline.monitoring.deadletter.DeadLetters;
import dev.talentpipeline.monitoring.journal.EntityKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What could not be processed, and why. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Dead letters", description = "What could not be processed, by its cause.")
final class DeadLettersController {

    private final DeadLetters deadLetters;

    DeadLettersController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Schema(name = "DeadLetterCauses")
    record Answer(List<CauseItem> causes) {}

    @Schema(name = "DeadLetterCause")
    record CauseItem(
            @Schema(description = "Where the events came from.", example = "offers")
            String topic,

            @Schema(description = "Where they are now.", example = "offers-matching-service-dlt")
            String deadLetters,

            @Schema(description = "The reader that could not process them.", example = "matching-service")
            String group,

            @Schema(example = "UnreadableEventException") String cause,

            @Schema(description = "What was wrong, without values; null where it might say anything.") @Nullable String reason,

            long events,

            @Schema(description = "How many of them no reader has applied since, nor dropped as older.")
            long open,

            Instant firstAt,
            Instant lastAt,

            @Schema(description = "What the latest of them are about, at most five.")
            List<EntityItem> entities) {

        static CauseItem of(Cause cause) {
            return new CauseItem(
                    cause.topic(),
                    cause.deadLetters(),
                    cause.why().group(),
                    cause.why().cause(),
                    cause.why().reason(),
                    cause.events(),
                    cause.open(),
                    cause.firstAt(),
                    cause.lastAt(),
                    cause.entities().stream()
                            .map(entity -> new EntityItem(entity.kind(), entity.id()))
                            .toList());
        }
    }

    @Schema(name = "DeadLetterEntity")
    record EntityItem(EntityKind kind, String id) {}

    @GetMapping
    @Operation(
            operationId = "getDeadLetters",
            summary = "Shows what could not be processed, by its cause",
            description = "The latest first, as far back as the journal reaches. What was sent again stays in it.")
    Answer show() {
        return new Answer(deadLetters.byCause().stream().map(CauseItem::of).toList());
    }
}
