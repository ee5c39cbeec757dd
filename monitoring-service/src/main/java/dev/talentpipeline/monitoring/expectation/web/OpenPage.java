package dev.talentpipeline.monitoring.expectation.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.monitoring.expectation.Open;
import dev.talentpipeline.monitoring.journal.EntityKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule waits for, the oldest first. */
@Schema(name = "ExpectedThings")
record OpenPage(
        List<Item> items,

        @Schema(description = "Ask for the next page with this cursor; null: there is none.") @Nullable String next)
        implements Listed<OpenPage.Item> {

    @Schema(name = "ExpectedThing")
    record Item(
            @Schema(description = "What it is about: ask for its journey by this id.")
            String id,

            EntityKind kind,
            @Nullable String programme,

            @Schema(description = "Version of the event that began it.") @Nullable Long version,

            @Schema(description = "When that event was written.")
            Instant since,

            @Schema(description = "From when the rule's time counts: since then, or a moment that the event names.")
            Instant dueFrom,

            @Schema(description = "Where that event stands.")
            Position position) {

        static Item of(Open open) {
            return new Item(
                    open.entity().id(),
                    open.entity().kind(),
                    open.programme(),
                    open.version(),
                    open.since(),
                    open.dueFrom(),
                    new Position(
                            open.position().topic(),
                            open.position().partition(),
                            open.position().offset()));
        }
    }

    @Schema(name = "ExpectedPosition")
    record Position(String topic, int partition, long offset) {}
}
