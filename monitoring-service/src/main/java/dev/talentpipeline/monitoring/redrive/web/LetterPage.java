package dev.talentpipeline.monitoring.redrive.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.monitoring.deadletter.Letter;
import dev.talentpipeline.monitoring.deadletter.Sending;
import dev.talentpipeline.monitoring.deadletter.Standing;
import dev.talentpipeline.monitoring.journal.Content;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journal.Position;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters one by one, the latest first. */
@Schema(name = "DeadLetterPage")
record LetterPage(
        List<Item> items,

        @Schema(description = "Ask for the next page with this cursor; null: there is none.") @Nullable String next)
        implements Listed<LetterPage.Item> {

    @Schema(name = "DeadLetter")
    record Item(
            @Schema(description = "By which it is named where it is sent again.")
            long id,

            @Schema(description = "Where the event came from.", example = "offers")
            String topic,

            @Schema(description = "The reader that could not process it.", example = "matching-service")
            String group,

            @Schema(example = "UnreadableEventException") String cause,

            @Schema(description = "What was wrong, without values; null where it might say anything.") @Nullable String reason,

            Content content,

            @Schema(description = "What it is about.") @Nullable EntityItem entity,

            @Nullable Long version,
            @Nullable String state,

            @Schema(description = "The event's own id; of a record without one, where it first stood.") @Nullable String eventId,

            @Nullable String type,
            @Nullable String correlationId,
            Instant occurredAt,

            @Schema(description = "Since when it is a dead letter.")
            Instant deadAt,

            @Schema(description = "How often it was set aside.")
            int times,

            @Schema(description = "Where it stands. OPEN: nothing was done about it, or in vain.")
            Standing standing,

            @Schema(description = "What became of it when it was sent again last; null: it never was.") @Nullable Sending sending,

            @Schema(description = "Of which sending that was.") @Nullable UUID redrive,

            @Schema(description = "Where it was set aside first.")
            PositionItem position,

            @Schema(
                    description =
                            "The event's fields, but for those that say something about a person; null: none can be read.")
            @Nullable Map<String, Object> payload) {

        static Item of(Letter letter) {
            Entity entity = letter.entity();
            return new Item(
                    letter.id(),
                    letter.topic(),
                    letter.why().group(),
                    letter.why().cause(),
                    letter.why().reason(),
                    letter.content(),
                    entity == null ? null : new EntityItem(entity.kind(), entity.id()),
                    letter.version(),
                    letter.state(),
                    letter.trail().eventId(),
                    letter.trail().type(),
                    letter.trail().correlationId(),
                    letter.trail().occurredAt(),
                    letter.deadAt(),
                    letter.times(),
                    letter.standing(),
                    letter.sending(),
                    letter.redrive(),
                    PositionItem.of(letter.position()),
                    letter.payload());
        }
    }

    @Schema(name = "DeadLetterAbout")
    record EntityItem(EntityKind kind, String id) {}

    @Schema(name = "DeadLetterPosition")
    record PositionItem(String topic, int partition, long offset) {

        static PositionItem of(Position position) {
            return new PositionItem(position.topic(), position.partition(), position.offset());
        }
    }
}
