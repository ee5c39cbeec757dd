package dev.talentpipeline.internship.support;

import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what was committed to a topic, from its beginning on. */
public final class TopicReader implements AutoCloseable {

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;

    public TopicReader(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Infrastructure.shared().bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        // Closing waits for the fetch that waits for more.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Records whose key passes, in order, until so many have come; fewer if the time is up. */
    public List<ConsumerRecord<String, byte[]>> read(Predicate<String> key, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        long deadlineNanos = System.nanoTime() + BOUND.toNanos();
        while (found.size() < count && System.nanoTime() < deadlineNanos) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (key.test(record.key())) {
                    found.add(record);
                }
            }
        }
        return found;
    }

    /** Ids of the events whose key passes, until so many different ones have come: after a crash the relay may tell one twice. */
    public Set<String> ids(Predicate<String> key, int count) {
        Set<String> found = new LinkedHashSet<>();
        long deadlineNanos = System.nanoTime() + BOUND.toNanos();
        while (found.size() < count && System.nanoTime() < deadlineNanos) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (key.test(record.key())) {
                    found.add(EventHeaders.readFrom(record.headers()).id());
                }
            }
        }
        return found;
    }

    /** The events of a programme, or of one key, in order. */
    public static <T extends SpecificRecord> List<T> events(
            EventCodec codec, Topic<T> topic, Predicate<String> key, int count) {
        try (TopicReader reader = new TopicReader(topic.name())) {
            return reader.read(key, count).stream()
                    .map(record -> codec.decode(topic, record.value()))
                    .toList();
        }
    }

    public static Predicate<String> programme(String id) {
        return key -> key.equals(id) || key.startsWith(id + "/");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
