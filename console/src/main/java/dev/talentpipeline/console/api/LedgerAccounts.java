package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what was written is what was read. */
public record LedgerAccounts(@Nullable Instant comparedAt, List<KindOfDifference> differences, List<Reader> readers) {

    /** In what something may differ, and how much does. */
    public record KindOfDifference(String kind, long differences) {}

    /** A reader in one partition, as far as it was compared. */
    public record Reader(
            String reader,
            String topic,
            int partition,
            long compared,
            long records,
            long applied,
            long duplicate,
            long dead) {}

    /** Something that differs, with the event that it is about. */
    public record Difference(
            String difference,
            @Nullable String reader,
            String topic,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String key,
            @Nullable Long version,
            @Nullable String eventId,
            @Nullable String kind,
            @Nullable String id,
            @Nullable String programme,
            Instant foundAt) {}

    public long total() {
        return differences.stream().mapToLong(KindOfDifference::differences).sum();
    }

    /** One line for each topic that a reader reads, its partitions together. */
    public List<Reader> byTopic() {
        return readers.stream()
                .collect(Collectors.groupingBy(
                        reader -> reader.reader() + " " + reader.topic(),
                        TreeMap::new,
                        Collectors.reducing(LedgerAccounts::together)))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Reader together(Reader one, Reader other) {
        return new Reader(
                one.reader(),
                one.topic(),
                -1,
                one.compared() + other.compared(),
                one.records() + other.records(),
                one.applied() + other.applied(),
                one.duplicate() + other.duplicate(),
                one.dead() + other.dead());
    }
}
