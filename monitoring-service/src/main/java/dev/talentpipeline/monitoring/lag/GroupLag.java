package dev.talentpipeline.monitoring.lag;

import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journal.Meanings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader is behind in all that it reads.
 *
 * @param state the worst of its partitions
 * @param events how many events wait
 * @param waiting how many students, internships or offers these are about
 * @param oldestAt when the oldest of them reached the broker; null: none waits
 * @param toClear until nothing waits anywhere, if it goes on like that; null: nothing waits, or somewhere it does not shrink
 */
public record GroupLag(
        String group,
        LagState state,
        boolean running,
        long events,
        Map<EntityKind, Long> waiting,
        @Nullable Instant oldestAt,
        double trendPerSecond,
        @Nullable Duration toClear,
        List<Lag> partitions) {

    /** All partitions of one reader together. */
    public static GroupLag of(String group, boolean running, List<Lag> partitions, Meanings meanings) {
        Map<EntityKind, Long> waiting = new EnumMap<>(EntityKind.class);
        for (Lag lag : partitions) {
            if (lag.latest().entities() > 0) {
                waiting.merge(meanings.of(lag.place().topic()), lag.latest().entities(), Long::sum);
            }
        }
        List<Lag> behind =
                partitions.stream().filter(lag -> lag.latest().events() > 0).toList();
        return new GroupLag(
                group,
                partitions.stream()
                        .map(Lag::state)
                        .max(Comparator.naturalOrder())
                        .orElse(LagState.OK),
                running,
                behind.stream().mapToLong(lag -> lag.latest().events()).sum(),
                Map.copyOf(waiting),
                behind.stream()
                        .map(lag -> lag.latest().oldestAt())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                partitions.stream().mapToDouble(Lag::trendPerSecond).sum(),
                behind.stream().anyMatch(lag -> lag.toClear() == null)
                        ? null
                        : behind.stream()
                                .map(Lag::toClear)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null),
                List.copyOf(partitions));
    }
}
