package dev.talentpipeline.benchmarks.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.stack.client.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Sees from the topics how students of some programmes get their offers: when each profile was written, and when an offer for it was there to be read. Sees what was
 * committed after it was made. Used by one thread.
 */
final class OfferWatch implements AutoCloseable {

    /** What the events on their way to an offer, and to its notice, are written to. */
    static final Set<String> TOPICS =
            Set.of("student-profiles", "contacts", "placement-offers", "offers", "notices", "clearings", "cutoffs");

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventReader events;
    private final Set<String> programmes;
    private final Map<String, Instant> writtenAt = new HashMap<>();
    private final Map<String, Instant> offeredAt = new HashMap<>();
    private long records;
    private long profileBytes;

    OfferWatch(StackFile stack, Collection<String> programmes) {
        this.programmes = Set.copyOf(programmes);
        events = new EventReader(stack.registry());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafka(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** How many partitions a topic has. */
    static int partitions(String bootstrap, String topic) {
        try (KafkaConsumer<String, byte[]> asking = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            return asking.partitionsFor(topic).size();
        }
    }

    /** Reads on until so many students have an offer and all their profiles were read too, or for so long. */
    void await(int offers, Duration longest) {
        long deadlineNanos = System.nanoTime() + longest.toNanos();
        while (Math.min(offeredAt.size(), writtenAt.size()) < offers && System.nanoTime() - deadlineNanos < 0) {
            consumer.poll(Duration.ofMillis(50)).forEach(this::see);
        }
    }

    private void see(ConsumerRecord<String, byte[]> record) {
        records++;
        byte @Nullable [] value = record.value();
        int slash = record.key().indexOf('/');
        if (value == null || slash < 0 || !programmes.contains(record.key().substring(0, slash))) {
            return;
        }
        if (record.topic().equals("student-profiles")) {
            writtenAt.putIfAbsent(
                    record.key().substring(slash + 1),
                    Instant.parse(
                            new String(record.headers().lastHeader("ce_time").value(), UTF_8)));
            profileBytes += record.serializedKeySize() + record.serializedValueSize();
        } else if (record.topic().equals("offers")) {
            GenericRecord offer = events.read(value);
            if (offer.get("state").toString().equals("EXTENDED")) {
                offeredAt.putIfAbsent(offer.get("studentId").toString(), Instant.now());
            }
        }
    }

    int offers() {
        return offeredAt.size();
    }

    /** When the last of the students that have an offer got it. */
    Instant lastOfferAt() {
        return offeredAt.values().stream().max(Instant::compareTo).orElseThrow();
    }

    /** From the writing of each profile to its offer, shortest first. */
    double[] latenciesMs() {
        return offeredAt.entrySet().stream()
                .mapToDouble(offered -> Duration.between(written(offered.getKey()), offered.getValue())
                                .toNanos()
                        / 1e6)
                .sorted()
                .toArray();
    }

    private Instant written(String student) {
        Instant at = writtenAt.get(student);
        if (at == null) {
            throw new IllegalStateException(
                    "The profile of student (%s) must be read, as its offer was. Maybe it was there before?"
                            .formatted(student));
        }
        return at;
    }

    /** How many events of any kind were written meanwhile. */
    long records() {
        return records;
    }

    /** Key and value of a profile, on average. */
    int profileBytes() {
        return (int) (profileBytes / Math.max(1, writtenAt.size()));
    }

    @Override
    public void close() {
        consumer.close();
        events.close();
    }
}
