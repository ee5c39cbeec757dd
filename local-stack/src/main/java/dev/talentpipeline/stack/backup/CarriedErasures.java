package dev.talentpipeline.stack.backup;

import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.process.ProcessException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Who was erased by a system, taken along into the one that takes its place: services that read it erase them again. */
final class CarriedErasures {

    private static final String TOPIC = Topics.ERASURES.name();
    private static final Duration POLL = Duration.ofMillis(500);

    private CarriedErasures() {}

    /** The erasures that the broker's topic holds. */
    static List<ConsumerRecord<String, byte[]>> read(String bootstrapServers) {
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().getOrDefault(TOPIC, List.of()).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(read::add);
            }
        }
        return read;
    }

    /** Adds those that the broker's topic does not hold; says how many. */
    static int add(List<ConsumerRecord<String, byte[]>> erasures, String bootstrapServers) {
        Set<String> known = new HashSet<>();
        read(bootstrapServers).forEach(record -> known.add(record.key()));
        int added = 0;
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> erasure : erasures) {
                if (known.add(erasure.key())) {
                    producer.send(new ProducerRecord<>(
                                    TOPIC,
                                    erasure.partition(),
                                    erasure.timestamp(),
                                    erasure.key(),
                                    erasure.value(),
                                    erasure.headers()))
                            .get();
                    added++;
                }
            }
        } catch (ExecutionException e) {
            throw new ProcessException("The erasures could not be taken along: %s".formatted(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessException("Interrupted while erasures were taken along.", e);
        }
        return added;
    }
}
