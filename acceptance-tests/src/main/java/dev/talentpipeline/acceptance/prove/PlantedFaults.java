package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.client.PipelineClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes onto the topics, and says in a reader's name, what nobody should. All of it is about things that there are not. */
final class PlantedFaults implements AutoCloseable {

    static final String READER = "notification-service";

    private static final Pattern COUNTS =
            Pattern.compile("r1 from=(\\d+) applied=(\\d+) duplicate=(\\d+) dead=(\\d+) other=(\\d+) .*");

    private final EventCodec codec;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final String programme = "planted-" + UUID.randomUUID();

    PlantedFaults(PipelineClient client) {
        codec = new EventCodec(client.stack().registry().toString());
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        client.stack().kafka(),
                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                        ProgrammePartitioner.class.getName()),
                new StringSerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, client.stack().kafka()));
    }

    /** A person whom nobody knows, and the event that tells of them. */
    record Stranger(String person, String event, RecordMetadata at) {}

    /** The second of three versions of something is not there; returns what differs as the ledger has to say it. */
    String deletedRecord() {
        String internship = UUID.randomUUID().toString();
        cutoff(internship, 1, UUID.randomUUID().toString());
        cutoff(internship, 3, UUID.randomUUID().toString());
        return "VERSION_MISSING " + Topic.key(programme, internship) + " 2";
    }

    /** An event stands there twice. */
    String duplicate() {
        String internship = UUID.randomUUID().toString();
        String event = UUID.randomUUID().toString();
        cutoff(internship, 1, event);
        cutoff(internship, 1, event);
        return "EVENT_TWICE " + Topic.key(programme, internship) + " " + event;
    }

    private void cutoff(String internship, long version, String event) {
        send(
                Topics.CUTOFFS,
                Topic.key(programme, internship),
                Cutoff.newBuilder()
                        .setProgrammeId(programme)
                        .setInternshipId(internship)
                        .setVersion(version)
                        .setClearing(version)
                        .setSeats(1)
                        .setTaken(0)
                        .setFull(false)
                        .build(),
                event);
    }

    /** Somebody new on each partition of the contacts. */
    List<Stranger> strangersEverywhere() {
        return IntStream.range(0, Topics.PARTITIONS).mapToObj(this::stranger).toList();
    }

    Stranger stranger(int partition) {
        String person = UUID.randomUUID().toString();
        while (ProgrammePartitioner.partitionFor(person, Topics.PARTITIONS) != partition) {
            person = UUID.randomUUID().toString();
        }
        String event = UUID.randomUUID().toString();
        return new Stranger(person, event, tell(person, event));
    }

    /** Tells of them again, by the same event. */
    RecordMetadata again(Stranger stranger) {
        return tell(stranger.person(), stranger.event());
    }

    private RecordMetadata tell(String person, String event) {
        return send(
                Topics.CONTACTS,
                person,
                Contact.newBuilder()
                        .setPersonId(person)
                        .setVersion(1)
                        .setName("Nobody")
                        .setEmail(person + "@nobody.example")
                        .setLanguage(Language.EN)
                        .setOrganisation(programme)
                        .setRoles(List.of())
                        .setChangedAt(Instant.EPOCH)
                        .build(),
                event);
    }

    /** Sets the reader, which must be away, behind what it has not read. */
    void skip(List<Stranger> strangers) {
        Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
        strangers.forEach(stranger -> places.merge(
                partition(stranger.at()),
                new OffsetAndMetadata(stranger.at().offset() + 1),
                (one, other) -> one.offset() > other.offset() ? one : other));
        commit(places);
    }

    /** Says in the name of the reader, which must be away, that it has applied these. */
    void sayApplied(List<RecordMetadata> records) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(READER).partitionsToOffsetAndMetadata());
        Map<TopicPartition, List<Long>> offsets = new HashMap<>();
        records.forEach(record -> offsets.computeIfAbsent(partition(record), _ -> new ArrayList<>())
                .add(record.offset()));
        Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
        offsets.forEach((partition, applied) -> {
            OffsetAndMetadata place = committed.get(partition);
            Matcher counts = COUNTS.matcher(place == null ? "" : place.metadata());
            if (!counts.matches()) {
                throw new IllegalStateException("%s must keep account of %s.".formatted(READER, partition));
            }
            applied.sort(null);
            StringBuilder tail = new StringBuilder(applied.getFirst() + ":");
            long next = applied.getFirst();
            for (long offset : applied) {
                tail.append(offset > next ? "." + (offset - next) : "").append("A1");
                next = offset + 1;
            }
            places.put(
                    partition,
                    new OffsetAndMetadata(
                            next,
                            "r1 from=%s applied=%d duplicate=%s dead=%s other=%s tail=%s"
                                    .formatted(
                                            counts.group(1),
                                            Long.parseLong(counts.group(2)) + applied.size(),
                                            counts.group(3),
                                            counts.group(4),
                                            counts.group(5),
                                            tail)));
        });
        commit(places);
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> places) {
        answer(admin.alterConsumerGroupOffsets(READER, places).all());
    }

    private static TopicPartition partition(RecordMetadata at) {
        return new TopicPartition(at.topic(), at.partition());
    }

    private RecordMetadata send(Topic<?> topic, String key, SpecificRecord value, String event) {
        Headers headers = new RecordHeaders();
        new EventHeaders(
                        event,
                        topic.type().getName(),
                        topic.writer(),
                        Instant.now(),
                        key,
                        UUID.randomUUID().toString(),
                        null,
                        null)
                .writeTo(headers);
        return answer(producer.send(new ProducerRecord<>(topic.name(), null, key, codec.encode(value), headers)));
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker answers.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused.", e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        codec.close();
    }
}
