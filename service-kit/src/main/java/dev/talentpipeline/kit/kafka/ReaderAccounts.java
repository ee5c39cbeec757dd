package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.kit.kafka.ReaderReport.Read;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
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

    /** So many of the latest are listed one by one. */
    private static final int LISTED = 1_500;

    private final Map<TopicPartition, Account> accounts = new ConcurrentHashMap<>();

    private static final class Account {

        private final long from;
        private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        private final Deque<Read> tail = new ArrayDeque<>();

        private Account(ReaderReport report) {
            from = report.from();
            counts.put(Outcome.APPLIED, report.applied());
            counts.put(Outcome.DUPLICATE, report.duplicate());
            counts.put(Outcome.DEAD, report.dead());
            counts.put(Outcome.OTHER, report.other());
            tail.addAll(report.tail());
        }

        private synchronized void note(long offset, Outcome outcome) {
            counts.merge(outcome, 1L, Long::sum);
            tail.addLast(new Read(offset, outcome));
            if (tail.size() > LISTED) {
                tail.removeFirst();
            }
        }

        private long count(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        private synchronized ReaderReport report() {
            return new ReaderReport(
                    from,
                    count(Outcome.APPLIED),
                    count(Outcome.DUPLICATE),
                    count(Outcome.DEAD),
                    count(Outcome.OTHER),
                    List.copyOf(tail));
        }
    }

    /** The record is done with. */
    void note(ConsumerRecord<?, ?> record, Outcome outcome) {
        accounts.computeIfAbsent(
                        new TopicPartition(record.topic(), record.partition()),
                        partition -> new Account(ReaderReport.beginningAt(record.offset())))
                .note(record.offset(), outcome);
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
                        new Account(ReaderReport.parse(place.metadata())
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
        partitions.forEach(accounts::remove);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(accounts::remove);
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
        Account account = accounts.get(partition);
        ReaderReport report = account == null ? ReaderReport.beginningAt(place.offset()) : account.report();
        return new OffsetAndMetadata(place.offset(), place.leaderEpoch(), report.encoded());
    }
}
