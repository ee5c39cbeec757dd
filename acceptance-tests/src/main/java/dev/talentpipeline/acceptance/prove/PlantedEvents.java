package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.NoticeChannel;
import dev.talentpipeline.events.NoticeState;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.client.PipelineClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes onto the topics, in the names of their writers, what these have never written. All of it is about things that there are not, and that nobody acts on. */
final class PlantedEvents implements AutoCloseable {

    private final EventCodec codec;
    private final Map<String, Object> settings;
    private final KafkaProducer<String, byte[]> producer;

    PlantedEvents(PipelineClient client) {
        codec = new EventCodec(client.stack().registry().toString());
        settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                client.stack().kafka(),
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                ProgrammePartitioner.class.getName());
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Something that there is not.
     *
     * @param version of it, as an event
     */
    record Thing(Topic<?> topic, String key, LongFunction<SpecificRecord> version) {}

    /** What was told of it, and where that stands. */
    record Told(Thing thing, long version, String event, RecordMetadata at) {}

    /** One on each partition. */
    List<Told> everywhere(IntFunction<Thing> thing) {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(thing)
                .map(each -> tell(each, 1))
                .toList();
    }

    Told tell(Thing thing, long version) {
        return tell(thing, version, UUID.randomUUID().toString());
    }

    /** The same event once more. */
    Told again(Told told) {
        return tell(told.thing(), told.version(), told.event());
    }

    /** What follows on it, at a place where nobody finds it: its transaction was given up. */
    Told lose(Told told) {
        Map<String, Object> transactional = new HashMap<>(settings);
        transactional.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, UUID.randomUUID().toString());
        try (KafkaProducer<String, byte[]> losing =
                new KafkaProducer<>(transactional, new StringSerializer(), new ByteArraySerializer())) {
            losing.initTransactions();
            losing.beginTransaction();
            Told lost = tell(
                    losing, told.thing(), told.version() + 1, UUID.randomUUID().toString());
            losing.abortTransaction();
            return lost;
        }
    }

    private Told tell(Thing thing, long version, String event) {
        return tell(producer, thing, version, event);
    }

    private Told tell(KafkaProducer<String, byte[]> telling, Thing thing, long version, String event) {
        Headers headers = new RecordHeaders();
        new EventHeaders(
                        event,
                        thing.topic().type().getName(),
                        thing.topic().writer(),
                        Instant.now(),
                        thing.key(),
                        UUID.randomUUID().toString(),
                        null,
                        null)
                .writeTo(headers);
        byte[] value = codec.encode(thing.version().apply(version));
        try {
            return new Told(
                    thing,
                    version,
                    event,
                    telling.send(new ProducerRecord<>(thing.topic().name(), null, thing.key(), value, headers))
                            .get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker answers.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused.", e);
        }
    }

    static Thing contact(int partition) {
        String person = idOn(partition);
        return new Thing(
                Topics.CONTACTS,
                person,
                version -> Contact.newBuilder()
                        .setPersonId(person)
                        .setVersion(version)
                        .setName("Nobody")
                        .setEmail(person + "@nobody.example")
                        .setLanguage(Language.EN)
                        .setOrganisation("planted")
                        .setRoles(List.of())
                        .setChangedAt(Instant.EPOCH)
                        .build());
    }

    /** Of somebody who has left a programme that there is not. */
    static Thing profile(int partition) {
        String programme = idOn(partition);
        String student = id();
        return new Thing(
                Topics.STUDENT_PROFILES,
                Topic.key(programme, student),
                version -> StudentProfile.newBuilder()
                        .setProgrammeId(programme)
                        .setStudentId(student)
                        .setVersion(version)
                        .setState(StudentState.WITHDRAWN)
                        .setPersonId(student)
                        .setUniversity("planted")
                        .setDegree(Degree.MASTER)
                        .setMajor("None")
                        .setAvailableFrom(LocalDate.of(2027, 3, 1))
                        .setAvailableUntil(LocalDate.of(2027, 9, 1))
                        .setDaysPerWeek(4)
                        .setChangedAt(Instant.EPOCH)
                        .build());
    }

    static Thing notice(int partition) {
        String person = idOn(partition);
        String notice = id();
        return new Thing(
                Topics.NOTICES,
                person + '/' + notice,
                version -> Notice.newBuilder()
                        .setPersonId(person)
                        .setNoticeId(notice)
                        .setVersion(version)
                        .setKind("planted")
                        .setChannel(NoticeChannel.EMAIL)
                        .setState(NoticeState.SENT)
                        .setSubject(notice)
                        .setSubjectVersion(1)
                        .setChangedAt(Instant.EPOCH)
                        .build());
    }

    static Thing cutoff(int partition) {
        String programme = idOn(partition);
        String internship = id();
        return new Thing(
                Topics.CUTOFFS,
                Topic.key(programme, internship),
                version -> Cutoff.newBuilder()
                        .setProgrammeId(programme)
                        .setInternshipId(internship)
                        .setVersion(version)
                        .setClearing(version)
                        .setSeats(1)
                        .setTaken(0)
                        .setFull(false)
                        .build());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** An id by which what has it comes to that partition. */
    private static String idOn(int partition) {
        String id = id();
        while (ProgrammePartitioner.partitionFor(id, Topics.PARTITIONS) != partition) {
            id = id();
        }
        return id;
    }

    @Override
    public void close() {
        producer.close();
        codec.close();
    }
}
