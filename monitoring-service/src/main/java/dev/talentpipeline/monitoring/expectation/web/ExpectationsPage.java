package dev.talentpipeline.monitoring.expectation.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.monitoring.expectation.Standing;
import dev.talentpipeline.monitoring.expectation.ThresholdChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules; there is no next page. */
@Schema(name = "Expectations")
record ExpectationsPage(
        List<Item> items,

        @Schema(description = "Always null: it is all one page.") @Nullable String next) implements Listed<ExpectationsPage.Item> {

    @Schema(name = "Expectation")
    record Item(
            @Schema(description = "Name of the rule.", example = "offer-not-told")
            String rule,

            @Schema(description = "What it looks for, in Chinese.")
            String zh,

            @Schema(description = "What it looks for, in English.")
            String en,

            @Schema(
                    description = "How long it lets wait, ISO 8601.",
                    example = "PT1M",
                    type = "string",
                    format = "duration")
            Duration within,

            @Schema(
                    description = "The same if operations says nothing else.",
                    example = "PT1M",
                    type = "string",
                    format = "duration")
            Duration usually,

            @Schema(description = "How many things wait for what must follow; not counted beyond 10,000.")
            long open,

            @Schema(description = "How many of them for too long; not counted beyond 10,000.")
            long overdue,

            @Schema(description = "From when the time of the oldest overdue one counts; null: none is overdue.")
            @Nullable Instant oldestAt) {

        static Item of(Standing standing) {
            return new Item(
                    standing.rule().name(),
                    standing.rule().words().zh(),
                    standing.rule().words().en(),
                    standing.within(),
                    standing.rule().within(),
                    standing.counts().open(),
                    standing.counts().overdue(),
                    standing.counts().oldestAt());
        }
    }

    /** One rule, with who set its time. */
    @Schema(name = "ExpectationWithChanges")
    record Shown(
            Item expectation,

            @Schema(description = "Who let it wait how long, newest first, at most 20.")
            List<ChangeItem> changes) {

        static Shown of(Standing standing, List<ThresholdChange> changes) {
            return new Shown(
                    Item.of(standing), changes.stream().map(ChangeItem::of).toList());
        }
    }

    @Schema(name = "ExpectationChange")
    record ChangeItem(
            Instant at,

            @Schema(example = "PT5M", type = "string", format = "duration")
            Duration within,

            @Schema(description = "The account that acted.") String by,

            @Schema(description = "Whose rights it used; null: its own.") @Nullable String onBehalfOf) {

        static ChangeItem of(ThresholdChange change) {
            return new ChangeItem(change.at(), change.within(), change.by(), change.onBehalfOf());
        }
    }
}
