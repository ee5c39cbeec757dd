package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.schemas.SchemaFingerprint;
import dev.talentpipeline.schemas.Topics;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Keeps account of what a service makes of each partition that it reads, and has it committed with the offset. Whoever gets a partition next goes on with the account from
 * where it was committed. Safe for use by many threads, of which one reads a partition at a time.
 */
final class ReaderAccounts implements ConsumerAwareRebalanceListener {

    private final Map<TopicPartition, ReaderAccount> accounts = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Failing> failing = new ConcurrentHashMap<>();
    private final Clock clock;

    /** What a partition is held up by, and how often it was tried in vain. */
    private record Failing(long offset, int times) {}

    ReaderAccounts(Clock clock) {
        this.clock = clock;
    }

    /** The record was tried in vain. */
    void failed(ConsumerRecord<?, ?> record) {
        failing.merge(
                new TopicPartition(record.topic(), record.partition()),
                new Failing(record.offset(), 1),
                (before, now) -> before.offset() == now.offset() ? new Failing(now.offset(), before.times() + 1) : now);
    }

    /** The record is done with. */
    void note(ConsumerRecord<?, ?> record, Outcome outcome) {
        TopicPartition at = new TopicPartition(record.topic(), record.partition());
        Failing before = failing.remove(at);
        int failed = before == null || before.offset() != record.offset() ? 0 : before.times();
        // What is set aside failed at the last attempt too.
        int attempts = outcome == Outcome.DEAD ? Math.max(1, failed) : failed + 1;
        accounts.computeIfAbsent(at, partition -> account(partition, ReaderReport.beginningAt(record.offset())))
                .note(new ReaderReport.Read(record.offset(), outcome, attempts), clock.millis() - record.timestamp());
    }

    private static ReaderAccount account(TopicPartition partition, ReaderReport report) {
        return new ReaderAccount(
                report,
                Topics.ALL.stream()
                        .filter(topic -> topic.name().equals(partition.topic()))
                        .findFirst()
                        .map(SchemaFingerprint::compiledFor)
                        .orElse(null));
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed = committed(consumer, partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata place = committed.get(partition);
            if (place == null) {
                accounts.remove(partition);
            } else {
                accounts.put(
                        partition,
                        account(
                                partition,
                                ReaderReport.parse(place.metadata())
                                        .orElseGet(() -> ReaderReport.beginningAt(place.offset()))));
            }
        }
    }

    @SuppressWarnings("NullAway") // Of a partition that nothing was committed of, the map holds null.
    private static Map<TopicPartition, @Nullable OffsetAndMetadata> committed(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return new HashMap<>(consumer.committed(Set.copyOf(partitions)));
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(accounts::remove);
        partitions.forEach(failing::remove);
    }

    /** The same consumer, which commits accounts with its offsets. */
    <K, V> Consumer<K, V> keeping(Consumer<K, V> consumer) {
        @SuppressWarnings("unchecked") // It is the interface that is asked for.
        Consumer<K, V> keeping = (Consumer<K, V>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(
                                consumer, method.getName().startsWith("commit") ? withAccounts(arguments) : arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return keeping;
    }

    private Object @Nullable [] withAccounts(Object @Nullable [] arguments) {
        if (arguments == null || arguments.length == 0 || !(arguments[0] instanceof Map<?, ?> offsets)) {
            return arguments;
        }
        Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
        offsets.forEach((partition, place) -> places.put(
                (TopicPartition) partition, withAccount((TopicPartition) partition, (OffsetAndMetadata) place)));
        Object[] accounted = arguments.clone();
        accounted[0] = places;
        return accounted;
    }

    private OffsetAndMetadata withAccount(TopicPartition partition, OffsetAndMetadata place) {
        ReaderAccount account = accounts.get(partition);
        ReaderReport report = account == null ? ReaderReport.beginningAt(place.offset()) : account.report();
        return new OffsetAndMetadata(place.offset(), place.leaderEpoch(), report.encoded());
    }
}
