package dev.talentpipeline.matching.topology;

import dev.talentpipeline.kit.kafka.ReaderAccount;
import dev.talentpipeline.kit.kafka.ReaderReport;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.SchemaFingerprint;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topic;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps account of what is made of each input partition, as every reader of the platform does beside its offsets. Kafka Streams has words of its own there, so the accounts stand beside the offsets
 * of a group that nobody belongs to, and are committed in the very transaction that commits the offsets: what they say is true up to those, whatever crash comes next. Safe for use by many threads, of
 * which one works on a partition at a time.
 */
final class ReadingAccounts {

    private final Committed committed;
    private final Map<TopicPartition, ReaderAccount> accounts = new ConcurrentHashMap<>();

    /** What was committed beside the offsets of the accounts' group. */
    @FunctionalInterface
    interface Committed {

        /** By partition, without those of which nothing was. */
        Map<TopicPartition, OffsetAndMetadata> of(List<TopicPartition> partitions);
    }

    ReadingAccounts(Committed committed) {
        this.committed = committed;
    }

    /** Goes on from what was committed. What a transaction counted that was aborted since is forgotten with it. */
    void open(int partition) {
        List<TopicPartition> inputs = ConsumerGroup.MATCHING_SERVICE.topics().stream()
                .map(topic -> new TopicPartition(topic.name(), partition))
                .toList();
        inputs.forEach(accounts::remove);
        committed
                .of(inputs)
                .forEach((input, place) -> ReaderReport.parse(place.metadata())
                        .ifPresent(report -> accounts.put(input, new ReaderAccount(report, schema(input)))));
    }

    /**
     * A record is done with.
     *
     * @param delayMs since it was written: Streams is not told when the broker got it
     */
    void note(Place place, SentAgain.Outcome outcome, long delayMs) {
        TopicPartition input = new TopicPartition(place.topic().name(), place.partition());
        accounts.computeIfAbsent(
                        input,
                        any -> new ReaderAccount(
                                ReaderReport.beginningAt(place.offset()), SchemaFingerprint.compiledFor(place.topic())))
                .note(place.offset(), said(outcome), delayMs);
    }

    private static ReaderReport.Outcome said(SentAgain.Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> ReaderReport.Outcome.APPLIED;
            case DROPPED -> ReaderReport.Outcome.DUPLICATE;
            case DEAD -> ReaderReport.Outcome.DEAD;
        };
    }

    private static String schema(TopicPartition input) {
        Topic<?> topic = ConsumerGroup.MATCHING_SERVICE.topics().stream()
                .filter(each -> each.name().equals(input.topic()))
                .findFirst()
                .orElseThrow();
        return SchemaFingerprint.compiledFor(topic);
    }

    /**
     * The same producer, which commits accounts in the transactions in which it commits offsets.
     *
     * @param group the accounts' group
     */
    <K, V> Producer<K, V> keeping(Producer<K, V> producer, ConsumerGroupMetadata group) {
        @SuppressWarnings("unchecked") // It is the interface that is asked for.
        Producer<K, V> keeping = (Producer<K, V>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("sendOffsetsToTransaction")
                                && arguments != null
                                && arguments[0] instanceof Map<?, ?> offsets) {
                            Map<TopicPartition, OffsetAndMetadata> reports = reports(offsets);
                            if (!reports.isEmpty()) {
                                producer.sendOffsetsToTransaction(reports, group);
                            }
                        }
                        return method.invoke(producer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return keeping;
    }

    private Map<TopicPartition, OffsetAndMetadata> reports(Map<?, ?> offsets) {
        Map<TopicPartition, OffsetAndMetadata> reports = new HashMap<>();
        offsets.forEach((partition, place) -> {
            ReaderAccount account = accounts.get((TopicPartition) partition);
            if (account != null) {
                reports.put(
                        (TopicPartition) partition,
                        new OffsetAndMetadata(
                                ((OffsetAndMetadata) place).offset(),
                                account.report().encoded()));
            }
        });
        return reports;
    }
}
