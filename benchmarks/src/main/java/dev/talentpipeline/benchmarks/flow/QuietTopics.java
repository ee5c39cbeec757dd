package dev.talentpipeline.benchmarks.flow;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Waits until nothing is written to some topics any more. What a run brought about goes on after its last offer, up to a mail for each, whose leaving is an event as well: the next must not begin beside
 * that. Used by one thread.
 */
final class QuietTopics implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration GIVE_UP = Duration.ofMinutes(15);
    private static final int LOOK_EVERY_MS = 500;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    QuietTopics(String bootstrap, Set<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = topics.stream()
                .map(consumer::partitionsFor)
                .flatMap(Collection::stream)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    void await() throws InterruptedException {
        long beganNanos = System.nanoTime();
        long sinceNanos = beganNanos;
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (System.nanoTime() - sinceNanos < QUIET.toNanos()) {
            if (System.nanoTime() - beganNanos > GIVE_UP.toNanos()) {
                throw new IllegalStateException(
                        "The topics must come to rest within %s. Maybe somebody else acts on this stack?"
                                .formatted(GIVE_UP));
            }
            Thread.sleep(LOOK_EVERY_MS);
            Map<TopicPartition, Long> now = consumer.endOffsets(partitions);
            if (!now.equals(ends)) {
                ends = now;
                sinceNanos = System.nanoTime();
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
