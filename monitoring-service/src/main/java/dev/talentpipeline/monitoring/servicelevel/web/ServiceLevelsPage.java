package dev.talentpipeline.monitoring.servicelevel.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.monitoring.servicelevel.ServiceLevel;
import dev.talentpipeline.monitoring.servicelevel.Standing;
import dev.talentpipeline.monitoring.servicelevel.Target;
import dev.talentpipeline.monitoring.servicelevel.TargetChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All levels; there is no next page. */
@Schema(name = "ServiceLevels")
record ServiceLevelsPage(
        List<Item> items,

        @Schema(description = "Always null: it is all one page.") @Nullable String next) implements Listed<ServiceLevelsPage.Item> {

    @Schema(name = "ServiceLevel")
    record Item(
            @Schema(description = "Name of the level.", example = "offer-latency")
            String level,

            @Schema(description = "What is promised, in Chinese.")
            String zh,

            @Schema(description = "What is promised, in English.")
            String en,

            @Schema(description = "What one measure counts: a MINUTE of a reader, or an OFFER.")
            ServiceLevel.Unit unit,

            @Schema(
                    description = "How long it may take, ISO 8601.",
                    example = "PT10S",
                    type = "string",
                    format = "duration")
            Duration within,

            @Schema(description = "How many of a hundred have to be as quick as that.", example = "99.5")
            BigDecimal objective,

            @Schema(
                    description = "Over how much time up to now they are counted, ISO 8601.",
                    example = "PT168H",
                    type = "string",
                    format = "duration")
            Duration over,

            @Schema(
                    description =
                            "UNMEASURED: nothing was. TOO_FEW: one was too slow, of so few that the target leaves no room for any. MET: it is kept. AT_RISK: less than a quarter is left of the faults that are allowed for. MISSED: nothing is.")
            Standing.State state,

            @Schema(description = "How many were measured.") long measured,

            @Schema(description = "How many of them were as quick as is promised.")
            long good,

            @Schema(
                    description =
                            "How many of a hundred that is, with two places, rounded down; null: nothing was measured.",
                    example = "99.71")
            @Nullable BigDecimal share,

            @Schema(
                    description =
                            "What is left of the faults that are allowed for, in hundredths; below 0: there were more. Null: nothing was measured.",
                    example = "42")
            @Nullable Long budgetLeft,

            @Schema(
                    description =
                            "How fast they are used up by the last hour: at 1 they last just as long as they have to. Null: nothing was measured in it.",
                    example = "0.6")
            @Nullable Double burn) {

        private static final double HUNDRED = 100;
        private static final double TENTHS = 10;

        static Item of(Standing standing) {
            ServiceLevel level = standing.level();
            Target target = standing.target();
            Standing.Counts overall = standing.overall();
            boolean measured = overall.all() > 0;
            return new Item(
                    level.name(),
                    level.words().zh(),
                    level.words().en(),
                    level.unit(),
                    target.within(),
                    target.objective(),
                    target.over(),
                    standing.state(),
                    overall.all(),
                    overall.good(),
                    // Rounded down, so that what is missed never looks met.
                    measured ? BigDecimal.valueOf(overall.good() * 10_000 / overall.all(), 2) : null,
                    measured ? (long) Math.floor(standing.budgetLeft() * HUNDRED) : null,
                    standing.lastHour().all() == 0
                            ? null
                            : Math.round(standing.burn(standing.lastHour()) * TENTHS) / TENTHS);
        }
    }

    /** One level, with what it would be by itself and who set its target. */
    @Schema(name = "ServiceLevelWithChanges")
    record Shown(
            Item level,

            @Schema(description = "What is promised if operations says nothing else.")
            TargetItem usually,

            @Schema(description = "Who promised what, newest first, at most 20.")
            List<ChangeItem> changes) {

        static Shown of(Standing standing, List<TargetChange> changes) {
            return new Shown(
                    Item.of(standing),
                    TargetItem.of(standing.level().usually()),
                    changes.stream().map(ChangeItem::of).toList());
        }
    }

    @Schema(name = "ServiceLevelTarget")
    record TargetItem(
            @Schema(example = "PT10S", type = "string", format = "duration")
            Duration within,

            @Schema(example = "99.5") BigDecimal objective,

            @Schema(example = "PT168H", type = "string", format = "duration")
            Duration over) {

        static TargetItem of(Target target) {
            return new TargetItem(target.within(), target.objective(), target.over());
        }
    }

    @Schema(name = "ServiceLevelChange")
    record ChangeItem(
            Instant at,
            TargetItem target,
            @Schema(description = "The account that acted.") String by,

            @Schema(description = "Whose rights it used; null: its own.") @Nullable String onBehalfOf) {

        static ChangeItem of(TargetChange change) {
            return new ChangeItem(change.at(), TargetItem.of(change.target()), change.by(), change.onBehalfOf());
        }
    }
}
