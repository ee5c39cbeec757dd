package dev.talentpipeline.matching;

import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
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

/** Writes what internship-service would write, and reads all that the matching service commits. */
final class EventTraffic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EventCodec codec = new EventCodec(Infrastructure.shared().registryUrl());
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            Infrastructure.shared().bootstrapServers(),
                    ProducerConfig.PARTITIONER_CLASS_CONFIG, ProgrammePartitioner.class.getName()),
            new StringSerializer(),
            new ByteArraySerializer());
    /** By topic and programme. */
    private final Map<String, Queue<ConsumerRecord<String, byte[]>>> read = new ConcurrentHashMap<>();

    private volatile boolean closed;
    private final Thread reader = Thread.ofPlatform().daemon().start(this::readOn);

    void send(Programme event) {
        send(Topics.PROGRAMMES, event.getProgrammeId(), event);
    }

    void send(StudentProfile event) {
        send(Topics.STUDENT_PROFILES, Topic.key(event.getProgrammeId(), event.getStudentId()), event);
    }

    void send(Internship event) {
        send(Topics.INTERNSHIPS, Topic.key(event.getProgrammeId(), event.getInternshipId()), event);
    }

    void send(Offer event) {
        send(Topics.OFFERS, Topic.key(event.getProgrammeId(), event.getOfferId()), event);
    }

    private void send(Topic<?> topic, String key, SpecificRecord event) {
        sendRaw(topic, key, codec.encode(event));
    }

    void sendRaw(Topic<?> topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic.name(), key, value));
    }

    List<PlacementOffer> proposals(String programme) {
        return events(Topics.PLACEMENT_OFFERS, programme).toList();
    }

    List<PlacementOffer> awaitProposals(String programme, int count) {
        await().atMost(PATIENCE).until(() -> proposals(programme).size() >= count);
        return proposals(programme);
    }

    List<ClearingReport> reports(String programme) {
        return events(Topics.CLEARINGS, programme).toList();
    }

    List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
        await().atMost(PATIENCE).until(() -> with(topic, key).findAny().isPresent());
        return with(topic, key).toList();
    }

    private Stream<ConsumerRecord<String, byte[]>> with(String topic, String key) {
        return readOf(topic, programme(key)).stream()
                .filter(record -> record.key().equals(key));
    }

    private <T extends SpecificRecord> Stream<T> events(Topic<T> topic, String programme) {
        return readOf(topic.name(), programme).stream().map(record -> codec.decode(topic, record.value()));
    }

    private Queue<ConsumerRecord<String, byte[]>> readOf(String topic, String programme) {
        return read.computeIfAbsent(topic + " " + programme, _ -> new ConcurrentLinkedQueue<>());
    }

    private static String programme(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    private void readOn() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.shared().bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> outputs = new ArrayList<>();
            Stream.of(
                            Topics.PLACEMENT_OFFERS.name(),
                            Topics.CLEARINGS.name(),
                            Topics.STUDENT_PROFILES.deadLetters(ConsumerGroup.MATCHING_SERVICE))
                    .forEach(topic -> consumer.partitionsFor(topic)
                            .forEach(partition -> outputs.add(new TopicPartition(topic, partition.partition()))));
            consumer.assign(outputs);
            consumer.seekToBeginning(outputs);
            while (!closed) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record ->
                                readOf(record.topic(), programme(record.key())).add(record));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        codec.close();
    }
}
