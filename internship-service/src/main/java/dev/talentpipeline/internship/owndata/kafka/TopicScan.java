package dev.talentpipeline.internship.owndata.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning to the end that they have now, as no group and leaving no trace. */
final class TopicScan {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> settings;

    TopicScan(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // What was never committed stands in the files as well.
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        // What is read is there: closing would wait for a fetch that waits for more.
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 0);
        this.settings = Map.copyOf(all);
    }

    /** Whether the topic holds a record of one of the keys that is no tombstone. A topic that does not exist holds nothing. */
    boolean holds(String topic, Set<String> keys) {
        if (keys.isEmpty()) {
            return false;
        }
        boolean[] found = {false};
        each(topic, record -> {
            found[0] |= record.value() != null && keys.contains(record.key());
            return !found[0];
        });
        return found[0];
    }

    /** All records of the topic. */
    List<ConsumerRecord<String, byte[]>> all(String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        each(topic, all::add);
        return all;
    }

    /** Takes a record; says whether to go on. */
    private interface Visitor {
        boolean visit(ConsumerRecord<String, byte[]> record);
    }

    private void each(String topic, Visitor visitor) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<PartitionInfo> known = consumer.listTopics().getOrDefault(topic, List.of());
            List<TopicPartition> partitions = known.stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition ->
                            consumer.position(partition) < Objects.requireNonNullElse(ends.get(partition), 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (!visitor.visit(record)) {
                        return;
                    }
                }
            }
        }
    }
}
