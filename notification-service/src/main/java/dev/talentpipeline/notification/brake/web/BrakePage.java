package dev.talentpipeline.notification.brake.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.notification.brake.BrakeChange;
import dev.talentpipeline.notification.brake.Outlet;
import dev.talentpipeline.notification.brake.SettingBrakes.Shown;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The brakes of all outlets; there is no next page. */
record BrakePage(List<Item> items, @Nullable String next) implements Listed<BrakePage.Item> {

    @Schema(name = "Brake")
    record Item(
            Outlet outlet,
            @Schema(description = "Whether nothing leaves.") boolean paused,

            @Schema(description = "How many leave in a minute at most; null: as many as can.", example = "600")
            @Nullable Integer perMinute,

            @Schema(description = "What was set, newest first, at most 50.")
            List<ChangeItem> changes) {

        static Item of(Shown shown) {
            return new Item(
                    shown.brake().outlet(),
                    shown.brake().paused(),
                    shown.brake().perMinute(),
                    shown.changes().stream().map(ChangeItem::of).toList());
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
