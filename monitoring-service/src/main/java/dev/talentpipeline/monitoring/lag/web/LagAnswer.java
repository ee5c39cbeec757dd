package dev.talentpipeline.monitoring.lag.web;

import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.lag.GroupLag;
import dev.talentpipeline.monitoring.lag.Lag;
import dev.talentpipeline.monitoring.lag.LagState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All readers, as they were seen last. */
@Schema(name = "LagOfAll")
record LagAnswer(
        @Schema(description = "When they were looked at; null: not yet.") @Nullable Instant observedAt,

        List<Group> groups) {

    @Schema(name = "GroupLag")
    record Group(
            @Schema(example = "matching-service") String group,

            @Schema(description = "The worst of its partitions.")
            LagState state,

            @Schema(description = "Whether anybody reads.") boolean running,
            @Schema(description = "How many events wait.") long events,

            @Schema(description = "How long the oldest of them has waited; null: none waits.") @Nullable Long oldestSeconds,

            @Schema(description = "What the events that wait are about.")
            List<WaitingItem> waiting,

            @Schema(description = "By how many events a second it grew, or shrank, in the last half minute.")
            double trendPerSecond,

            @Schema(
                    description =
                            "How long until nothing waits, if it goes on like that; null: nothing waits, or it does not shrink.")
            @Nullable Long secondsToClear,

            List<Partition> partitions) {

        static Group of(GroupLag lag, Instant at) {
            return new Group(
                    lag.group(),
                    lag.state(),
                    lag.running(),
                    lag.events(),
                    age(lag.oldestAt(), at),
                    lag.waiting().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> new WaitingItem(each.getKey(), each.getValue()))
                            .toList(),
                    rounded(lag.trendPerSecond()),
                    seconds(lag.toClear()),
                    lag.partitions().stream()
                            .map(each -> Partition.of(each, at))
                            .toList());
        }
    }

    @Schema(name = "Waiting")
    record WaitingItem(
            EntityKind kind,
            @Schema(description = "How many of them.") long entities) {}

    @Schema(name = "PartitionLag")
    record Partition(
            String topic,
            int partition,
            LagState state,

            @Schema(description = "The next offset that it will read.")
            long committed,

            @Schema(description = "The offset after the last one.")
            long end,

            @Schema(
                    description =
                            "How many events wait: fewer than the offsets between, of which some are ends of transactions.")
            long events,

            @Nullable Long oldestSeconds,
            double trendPerSecond,
            @Nullable Long secondsToClear) {

        static Partition of(Lag lag, Instant at) {
            return new Partition(
                    lag.place().topic(),
                    lag.place().partition(),
                    lag.state(),
                    lag.latest().committed(),
                    lag.latest().end(),
                    lag.latest().events(),
                    age(lag.latest().oldestAt(), at),
                    rounded(lag.trendPerSecond()),
                    seconds(lag.toClear()));
        }
    }

    private static @Nullable Long age(@Nullable Instant oldest, Instant at) {
        return oldest == null ? null : Math.max(0, Duration.between(oldest, at).toSeconds());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static double rounded(double perSecond) {
        return Math.round(perSecond * 10) / 10.0;
    }
}
