package dev.talentpipeline.benchmarks.load;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Counts the keys of a topic that begin with a text, among what was committed after this was made. */
public final class TopicCount implements AutoCloseable {

    private static final Duration GIVE_UP = Duration.ofMinutes(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String prefix;

    public TopicCount(String bootstrap, String topic, String prefix) {
        this.prefix = prefix;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Reads until so many different keys have come. */
    public void await(int count) {
        Set<String> keys = new HashSet<>(count * 2);
        long deadlineNanos = System.nanoTime() + GIVE_UP.toNanos();
        while (keys.size() < count) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new IllegalStateException("keys (%d) on the topic must be %d.".formatted(keys.size(), count));
            }
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                if (record.key().startsWith(prefix)) {
                    keys.add(record.key());
                }
            });
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
