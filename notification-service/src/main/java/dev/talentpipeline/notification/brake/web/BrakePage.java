package dev.talentpipeline.notification.brake.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.notification.brake.BrakeChange;
import dev.talentpipeline.notification.brake.Outlet;
import dev.talentpipeline.notification.brake.SettingBrakes.Shown;
import dev.talentpipeline.notification.brake.Waiting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The brakes of all outlets; there is no next page. */
record BrakePage(List<Item> items, @Nullable String next) implements Listed<BrakePage.Item> {

    @Schema(name = "Brake")
    record Item(
            Outlet outlet,

            @Schema(description = "Grows by 1 with every change.")
            long version,

            @Schema(description = "Whether nothing leaves.") boolean paused,

            @Schema(description = "How many leave in a minute at most; null: as many as can.", example = "600")
            @Nullable Integer perMinute,

            @Schema(description = "What could leave and has not yet, by its kind, most first.")
            List<WaitingItem> waiting,

            @Schema(description = "What was set, newest first, at most 50.")
            List<ChangeItem> changes) {

        static Item of(Shown shown) {
            return new Item(
                    shown.brake().outlet(),
                    shown.version(),
                    shown.brake().paused(),
                    shown.brake().perMinute(),
                    shown.waiting().stream().map(WaitingItem::of).toList(),
                    shown.changes().stream().map(ChangeItem::of).toList());
        }
    }

    @Schema(name = "BrakeWaiting")
    record WaitingItem(
            @Schema(description = "Of notice, for mails; of message, for webhooks.", example = "offer-made")
            String kind,

            @Schema(description = "Whether they leave before all others.")
            boolean urgent,

            int count,

            @Schema(description = "Since when the one waits that waits longest.")
            Instant oldest) {

        static WaitingItem of(Waiting waiting) {
            return new WaitingItem(waiting.kind(), waiting.urgent(), waiting.count(), waiting.oldest());
        }
    }

    @Schema(name = "BrakeChange")
    record ChangeItem(
            Instant at,
            boolean paused,
            @Nullable Integer perMinute,
            @Schema(description = "The account that acted.") String by,

            @Schema(description = "Whose rights it used; null: its own.") @Nullable String onBehalfOf) {

        static ChangeItem of(BrakeChange change) {
            return new ChangeItem(
                    change.at(), change.brake().paused(), change.brake().perMinute(), change.by(), change.onBehalfOf());
        }
    }
}
