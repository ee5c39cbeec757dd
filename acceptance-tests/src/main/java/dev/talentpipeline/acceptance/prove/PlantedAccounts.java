package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.prove.PlantedEvents.Told;
import dev.talentpipeline.schemas.Channels;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.WriterReport;
import dev.talentpipeline.stack.client.PipelineClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Says in the names of readers and writers, which must be away meanwhile, what is not so. */
final class PlantedAccounts implements AutoCloseable {

    private static final Pattern COUNTS =
            Pattern.compile("r1 from=(\\d+) applied=(\\d+) duplicate=(\\d+) dead=(\\d+) other=(\\d+) .*");

    private final Admin admin;

    PlantedAccounts(PipelineClient client) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, client.stack().kafka()));
    }

    /** Sets the reader behind what it has not read. */
    void skip(ConsumerGroup reader, List<Told> unread) {
        commit(reader.id(), ends(unread));
    }

    /** Says that the reader has read these, and that they were news to it. */
    void sayApplied(ConsumerGroup reader, List<Told> copies) {
        String accounts = committed(reader.accounts()).isEmpty() ? reader.id() : reader.accounts();
        Map<TopicPartition, OffsetAndMetadata> committed = committed(accounts);
        Map<TopicPartition, List<Long>> offsets = new HashMap<>();
        copies.forEach(copy -> offsets.computeIfAbsent(partition(copy), _ -> new ArrayList<>())
                .add(copy.at().offset()));
        Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
        offsets.forEach((partition, applied) -> places.put(
                partition,
                new OffsetAndMetadata(
                        applied.stream().mapToLong(Long::longValue).max().orElseThrow() + 1,
                        andApplied(reader, partition, committed.get(partition), applied))));
        if (!accounts.equals(reader.id())) {
            commit(reader.id(), ends(copies));
        }
        commit(accounts, places);
    }

    private static String andApplied(
            ConsumerGroup reader, TopicPartition partition, @Nullable OffsetAndMetadata place, List<Long> applied) {
        Matcher counts = COUNTS.matcher(place == null ? "" : place.metadata());
        if (!counts.matches()) {
            throw new IllegalStateException("%s must keep account of %s.".formatted(reader.id(), partition));
        }
        applied.sort(null);
        StringBuilder tail = new StringBuilder(applied.getFirst() + ":");
        long next = applied.getFirst();
        for (long offset : applied) {
            tail.append(offset > next ? "." + (offset - next) : "").append("A1");
            next = offset + 1;
        }
        return "r1 from=%s applied=%d duplicate=%s dead=%s other=%s tail=%s"
                .formatted(
                        counts.group(1),
                        Long.parseLong(counts.group(2)) + applied.size(),
                        counts.group(3),
                        counts.group(4),
                        counts.group(5),
                        tail);
    }

    /** Says that the topic's writer has written this, which does not stand there. */
    void sayWritten(Told lost) {
        String group = Channels.written(lost.thing().topic().writer());
        TopicPartition partition = partition(lost);
        OffsetAndMetadata place = Objects.requireNonNull(
                committed(group).get(partition), () -> "%s must keep account of %s.".formatted(group, partition));
        WriterReport report = WriterReport.parse(place.metadata())
                .orElseThrow(
                        () -> new IllegalStateException("%s must keep account of %s.".formatted(group, partition)));
        WriterReport.Written written =
                new WriterReport.Written(lost.at().offset(), lost.thing().key(), lost.version());
        commit(
                group,
                Map.of(
                        partition,
                        new OffsetAndMetadata(
                                written.offset() + 1,
                                new WriterReport(report.from(), report.records() + 1, List.of(written)).encoded())));
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private void commit(String group, Map<TopicPartition, OffsetAndMetadata> places) {
        answer(admin.alterConsumerGroupOffsets(group, places).all());
    }

    private static Map<TopicPartition, OffsetAndMetadata> ends(Collection<Told> all) {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        all.forEach(told -> ends.merge(
                partition(told),
                new OffsetAndMetadata(told.at().offset() + 1),
                (one, other) -> one.offset() > other.offset() ? one : other));
        return ends;
    }

    private static TopicPartition partition(Told told) {
        return new TopicPartition(told.at().topic(), told.at().partition());
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker answers.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
