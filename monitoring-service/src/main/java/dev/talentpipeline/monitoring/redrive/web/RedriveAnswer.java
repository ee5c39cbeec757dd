package dev.talentpipeline.monitoring.redrive.web;

import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.monitoring.deadletter.Sending;
import dev.talentpipeline.monitoring.redrive.Plan;
import dev.talentpipeline.monitoring.redrive.Redrive;
import dev.talentpipeline.monitoring.redrive.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What would come of sending again, or what was begun. */
@Schema(name = "RedriveAnswer")
record RedriveAnswer(
        @Schema(description = "What would come of it; null: it is begun.") @Nullable PlanItem plan,

        @Schema(description = "What is begun; null: nothing was sent.") @Nullable Item redrive) {

    @Schema(name = "RedrivePlan")
    record PlanItem(
            @Schema(description = "How many are meant.") int found,

            @Schema(description = "How many would be sent; say it when it is begun.")
            int events,

            List<GroupItem> groups,

            @Schema(description = "How many are not sent, by why.")
            List<RefusedItem> refused) {

        static PlanItem of(Plan plan) {
            return new PlanItem(
                    plan.found(),
                    plan.events(),
                    plan.groups().stream().map(GroupItem::of).toList(),
                    Arrays.stream(Verdict.values())
                            .filter(plan.refused()::containsKey)
                            .map(verdict ->
                                    new RefusedItem(verdict, plan.refused().getOrDefault(verdict, 0)))
                            .toList());
        }
    }

    @Schema(name = "RedrivePlanOfGroup")
    record GroupItem(
            @Schema(description = "The service that would process them.")
            String group,

            int events,

            @Schema(
                    description =
                            "How many of them it will drop, since it holds something newer, or holds them already.")
            int dropped,

            @Schema(
                    description =
                            "How many of them nobody could read so far, so that they fail again unless that was mended.")
            int unreadable,

            @Schema(
                    description =
                            "About how many of them people may be told by mail. What somebody was told of before is not told twice.")
            int mail) {

        static GroupItem of(Plan.OfGroup group) {
            return new GroupItem(group.group(), group.events(), group.dropped(), group.unreadable(), group.mail());
        }
    }

    @Schema(name = "RedriveRefused")
    record RefusedItem(Verdict why, int events) {}

    @Schema(name = "Redrive")
    record Item(
            UUID id,
            Redrive.State state,
            Instant createdAt,

            @Schema(description = "The account that asked for it.")
            String by,

            @Schema(description = "Whose rights it used; null: its own.") @Nullable String onBehalfOf,

            @Schema(description = "What it said about the reason.")
            String why,

            int perMinute,
            int events,

            @Schema(
                    description =
                            "How many of them are where. SENT: its reader has not answered yet. DEAD_AGAIN: it was set aside again.")
            List<StateItem> states,

            @Nullable Instant stoppedAt,
            @Nullable String stoppedBy) {

        static Item of(Redrive redrive) {
            return new Item(
                    redrive.id(),
                    redrive.state(),
                    redrive.createdAt(),
                    redrive.by(),
                    redrive.onBehalfOf(),
                    redrive.why(),
                    redrive.perMinute(),
                    redrive.events(),
                    Arrays.stream(Sending.values())
                            .filter(redrive.states()::containsKey)
                            .map(state -> new StateItem(state, redrive.states().getOrDefault(state, 0)))
                            .toList(),
                    redrive.stoppedAt(),
                    redrive.stoppedBy());
        }
    }

    @Schema(name = "RedriveTally")
    record StateItem(Sending sending, int events) {}

    /** The latest first. */
    @Schema(name = "RedrivePage")
    record Page(
            List<Item> items,

            @Schema(description = "Ask for the next page with this cursor; null: there is none.") @Nullable String next)
            implements Listed<Item> {}
}
