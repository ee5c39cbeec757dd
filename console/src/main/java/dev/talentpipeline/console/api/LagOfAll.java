package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far every reader is behind. */
public record LagOfAll(@Nullable Instant observedAt, List<Group> groups) {

    /** A service as a reader. */
    public record Group(
            String group,
            String state,
            boolean running,
            long events,
            @Nullable Long oldestSeconds,
            List<Waiting> waiting,
            double trendPerSecond,
            @Nullable Long secondsToClear,
            List<Partition> partitions) {

        /** The partitions in which something waits. */
        public List<Partition> behind() {
            return partitions.stream()
                    .filter(partition -> partition.events() > 0)
                    .toList();
        }
    }

    public record Waiting(String kind, long entities) {}

    public record Partition(
            String topic,
            int partition,
            String state,
            long committed,
            long end,
            long events,
            @Nullable Long oldestSeconds,
            double trendPerSecond,
            @Nullable Long secondsToClear) {}
}
