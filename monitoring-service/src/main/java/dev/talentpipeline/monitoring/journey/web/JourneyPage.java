package dev.talentpipeline.monitoring.journey.web;

import dev.talentpipeline.kit.kafka.ReaderReport;
import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.monitoring.journal.Content;
import dev.talentpipeline.monitoring.journal.DeadLetter;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.journey.Step;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import dev.talentpipeline.monitoring.ledger.Ledger;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some of a journey, in the order in which it was made. */
@Schema(name = "Journey")
record JourneyPage(
        List<Item> items,

        @Schema(description = "Ask for what follows with this cursor; null: nothing does.") @Nullable String next)
        implements Listed<JourneyPage.Item> {

    @Schema(name = "JourneyEvent")
    record Item(
            @Schema(description = "Where the event stands.") PositionItem position,
            Content content,

            @Schema(description = "The event's own id; null: no service of the pipeline wrote it.") @Nullable String eventId,

            @Nullable String type,

            @Schema(description = "The service that wrote it.", example = "internship-service") @Nullable String source,

            @Schema(description = "What it is about.") @Nullable EntityItem entity,

            @Nullable Long version,
            @Nullable String state,

            @Schema(description = "When it was written; the way to the topic took until recordedAt.")
            Instant occurredAt,

            Instant recordedAt,

            @Schema(description = "The same for all that one request brought about.") @Nullable String correlationId,

            @Schema(description = "Id of the event that it answers.") @Nullable String causationId,

            @Nullable String traceId,

            @Schema(description = "The registry's id of the schema that it was written by.") @Nullable Integer schemaId,

            @Schema(
                    description =
                            "The event's fields, but for those that say something about a person; null: none, or the person was erased.")
            @Nullable Map<String, Object> payload,

            @Schema(description = "Where else the same event stands: it was sent more than once.")
            List<PositionItem> copies,

            @Schema(description = "Why a reader set it aside; null: it stands on a topic of its own kind.") @Nullable DeadLetterItem deadLetter,

            @Schema(
                    description =
                            "The services that read the topic, whether each has come past the event, and what became of it there.")
            List<ReaderItem> readers) {

        /** @param outcomes what readers said they had made of it */
        static Item of(Step step, WatchingLag.Seen seen, Map<String, Ledger.Became> outcomes) {
            Entity entity = step.entity();
            DeadLetter dead = step.deadLetter();
            return new Item(
                    PositionItem.of(step.position()),
                    step.content(),
                    step.trail().eventId(),
                    step.trail().type(),
                    step.trail().source(),
                    entity == null ? null : new EntityItem(entity.kind(), entity.id()),
                    step.version(),
                    step.state(),
                    step.trail().occurredAt(),
                    step.recordedAt(),
                    step.trail().correlationId(),
                    step.trail().causationId(),
                    step.trail().traceId(),
                    step.schemaId(),
                    step.payload(),
                    step.copies().stream().map(PositionItem::of).toList(),
                    dead == null ? null : new DeadLetterItem(dead.group(), dead.cause(), dead.reason()),
                    seen.readersOf(step.position()).entrySet().stream()
                            .map(reader ->
                                    ReaderItem.of(reader.getKey(), reader.getValue(), outcomes.get(reader.getKey())))
                            .toList());
        }
    }

    @Schema(name = "EventPosition")
    record PositionItem(String topic, int partition, long offset) {

        static PositionItem of(Position position) {
            return new PositionItem(position.topic(), position.partition(), position.offset());
        }
    }

    @Schema(name = "EventReader")
    record ReaderItem(
            @Schema(example = "matching-service") String group,

            @Schema(description = "Whether it has read the event.")
            boolean past,

            @Schema(
                    description =
                            "By its own account: APPLIED, or looked at; DUPLICATE: dropped, as it held that or something newer; DEAD: set aside; OTHER: it says nothing."
                                    + " Null: not read, or too much came at once to be listed one by one.")
            @Nullable Outcome outcome,

            @Schema(
                    description =
                            "How often it tried, the last time included: more than 1 if something it needs was away, or it failed in a way that nobody foresaw. Counted from its latest start. Null: as outcome.",
                    example = "1")
            @Nullable Integer attempts) {

        static ReaderItem of(String group, boolean past, Ledger.@Nullable Became became) {
            return became == null
                    ? new ReaderItem(group, past, null, null)
                    : new ReaderItem(group, past, Outcome.of(became.outcome()), became.attempts());
        }
    }

    /** What a reader made of an event. */
    @Schema(name = "EventOutcome")
    enum Outcome {
        APPLIED,
        DUPLICATE,
        DEAD,
        OTHER;

        static Outcome of(ReaderReport.Outcome said) {
            return valueOf(said.name());
        }
    }

    @Schema(name = "EventEntity")
    record EntityItem(EntityKind kind, String id) {}

    @Schema(name = "EventDeadLetter")
    record DeadLetterItem(
            @Schema(description = "The reader that could not process it.", example = "matching-service")
            String group,

            @Schema(example = "UnreadableEventException") String cause,

            @Schema(description = "What was wrong, without values; null where it might say anything.") @Nullable String reason) {}
}
