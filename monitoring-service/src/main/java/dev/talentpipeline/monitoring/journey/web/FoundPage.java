package dev.talentpipeline.monitoring.journey.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journey.Found;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found, the latest first. */
@Schema(name = "FoundJourneys")
record FoundPage(
        List<Item> items,

        @Schema(description = "Ask for the next page with this cursor; null: there is none.") @Nullable String next)
        implements Listed<FoundPage.Item> {

    @Schema(name = "FoundJourney")
    record Item(
            @Schema(description = "Whose journey it is: ask for it by this id.")
            String id,

            EntityKind kind,
            @Nullable String programme,

            @Schema(description = "The latest state among the events found.") @Nullable String state,

            @Schema(description = "How many of its events name what was sought.")
            int events,

            Instant firstAt,
            Instant lastAt) {

        static Item of(Found found) {
            return new Item(
                    found.entity().id(),
                    found.entity().kind(),
                    found.programme(),
                    found.state(),
                    found.events(),
                    found.firstAt(),
                    found.lastAt());
        }
    }
}
