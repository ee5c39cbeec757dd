package dev.talentpipeline.monitoring.ledger.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.ledger.Difference;
import dev.talentpipeline.monitoring.ledger.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs, what was found last first. */
@Schema(name = "LedgerDifferences")
record DifferencesPage(
        List<Item> items,

        @Schema(description = "Ask for the next page with this cursor; null: there is none.") @Nullable String next)
        implements Listed<DifferencesPage.Item> {

    @Schema(name = "LedgerDifference")
    record Item(
            @Schema(description = "In what it differs.") Kind difference,

            @Schema(
                    description = "Whose account differs; null: what is written does.",
                    example = "notification-service")
            @Nullable String reader,

            @Schema(example = "offers") String topic,
            @Nullable Integer partition,

            @Schema(
                    description =
                            "Where the event stands, or would have to; or the one by which it was seen that another is missing.")
            @Nullable Long offset,

            @Nullable String key,

            @Schema(description = "The version that is missing, or that the event has.") @Nullable Long version,

            @Schema(description = "The event; null: it is not known, since it is missing.") @Nullable String eventId,

            @Nullable EntityKind kind,

            @Schema(description = "What it is about: ask for its journey by this id.") @Nullable String id,

            @Nullable String programme,
            Instant foundAt) {

        static Item of(Difference difference) {
            return new Item(
                    difference.kind(),
                    difference.reader(),
                    difference.topic(),
                    difference.partition(),
                    difference.offset(),
                    difference.key(),
                    difference.version(),
                    difference.eventId(),
                    difference.entity() == null ? null : difference.entity().kind(),
                    difference.entity() == null ? null : difference.entity().id(),
                    difference.programme(),
                    difference.foundAt());
        }
    }
}
