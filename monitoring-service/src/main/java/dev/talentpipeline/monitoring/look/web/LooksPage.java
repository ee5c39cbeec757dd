package dev.talentpipeline.monitoring.look.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.monitoring.look.Look;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who looked, the latest first. */
@Schema(name = "Looks")
record LooksPage(
        List<Item> items,

        @Schema(description = "Ask for the next page with this cursor; null: there is none.") @Nullable String next)
        implements Listed<LooksPage.Item> {

    @Schema(name = "Look")
    record Item(
            Instant at,

            @Schema(description = "The account that looked.")
            String by,

            @Schema(description = "Whose rights it used; null: its own.") @Nullable String onBehalfOf,

            @Schema(description = "What was looked at: an event history, or dead letters.")
            Look.Kind kind,

            @Schema(description = "By which id; null: by none.") @Nullable String id,

            @Schema(
                    description =
                            "How many events were shown that say what was thought of a student or what a student decided.")
            int events) {

        static Item of(Look look) {
            return new Item(look.at(), look.by(), look.onBehalfOf(), look.kind(), look.id(), look.events());
        }
    }
}
