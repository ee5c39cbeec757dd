package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ConsentBy;
import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.ListPolicy;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferPolicy;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.events.ScorePart;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.client.PipelineClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells of offers as internship-service does, in programmes that only the topics know: one on each partition, paused, so that nobody matches anything in
 * them. Used by one thread at a time.
 */
final class ToldOffers implements AutoCloseable {

    private final EventCodec codec;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
    private final String university;
    private final String company;
    private final List<Market> markets;

    private record Market(String programme, String internship) {}

    /** Somebody whom only the topics know. */
    record Person(String id, String email) {

        static Person someone() {
            String id = UUID.randomUUID().toString();
            return new Person(id, id + "@notices.example.org");
        }
    }

    /** An offer and whom it is made to; the place says in which of the programmes. */
    record Told(String offer, Person person, int place) {}

    ToldOffers(PipelineClient client, String university, String company) {
        this.university = university;
        this.company = company;
        codec = new EventCodec(client.stack().registry().toString());
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, client.stack().kafka(),
                        ProducerConfig.PARTITIONER_CLASS_CONFIG, ProgrammePartitioner.class.getName(),
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                new StringSerializer(),
                new ByteArraySerializer());
        markets = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(ToldOffers::market)
                .toList();
    }

    private static Market market(int partition) {
        String programme = "notices-" + UUID.randomUUID();
        while (ProgrammePartitioner.partitionFor(programme, Topics.PARTITIONS) != partition) {
            programme = "notices-" + UUID.randomUUID();
        }
        return new Market(programme, UUID.randomUUID().toString());
    }

    /** What the notices are worded with. */
    List<ProducerRecord<String, byte[]>> markets() {
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (Market market : markets) {
            events.add(event(Topics.PROGRAMMES, market.programme(), programme(market)));
            events.add(
                    event(Topics.INTERNSHIPS, Topic.key(market.programme(), market.internship()), internship(market)));
        }
        return events;
    }

    ProducerRecord<String, byte[]> contact(Person person) {
        return event(
                Topics.CONTACTS,
                person.id(),
                Contact.newBuilder()
                        .setPersonId(person.id())
                        .setVersion(1)
                        .setName("Told Student")
                        .setEmail(person.email())
                        .setLanguage(Language.EN)
                        .setOrganisation(university)
                        .setRoles(List.of("STUDENT"))
                        .setChangedAt(now())
                        .build());
    }

    /** Something new for the person, in the next of the programmes. */
    Told newOffer(Person person, int number) {
        return new Told(UUID.randomUUID().toString(), person, number % markets.size());
    }

    ProducerRecord<String, byte[]> extended(Told told) {
        return offer(told, 1, OfferState.EXTENDED, now().plus(Duration.ofDays(3)));
    }

    ProducerRecord<String, byte[]> accepted(Told told) {
        return offer(told, 2, OfferState.ACCEPTED, now().plus(Duration.ofDays(7)));
    }

    private ProducerRecord<String, byte[]> offer(Told told, long version, OfferState state, Instant respondBy) {
        Market market = markets.get(told.place());
        return event(
                Topics.OFFERS,
                Topic.key(market.programme(), told.offer()),
                Offer.newBuilder()
                        .setProgrammeId(market.programme())
                        .setOfferId(told.offer())
                        .setVersion(version)
                        .setState(state)
                        .setStudentId(told.person().id())
                        .setInternshipId(market.internship())
                        .setPersonId(told.person().id())
                        .setUniversity(university)
                        .setCompany(company)
                        .setClearing(1)
                        .setProgrammeVersion(1)
                        .setStudentVersion(1)
                        .setInternshipVersion(1)
                        .setScore(0.8)
                        .setParts(List.of(ScorePart.newBuilder()
                                .setName("skills")
                                .setValue(0.8)
                                .setWeight(1)
                                .build()))
                        .setMatchedSkills(List.of("python"))
                        .setStudentRank(1)
                        .setInternshipRank(1)
                        .setProposedAt(now())
                        .setRespondBy(respondBy)
                        .setStartsOn(LocalDate.of(2027, 3, 1))
                        .setEndsOn(LocalDate.of(2027, 6, 20))
                        .setDaysPerWeek(4)
                        .setChangedAt(now())
                        .build());
    }

    private Programme programme(Market market) {
        return Programme.newBuilder()
                .setProgrammeId(market.programme())
                .setVersion(1)
                .setRulesVersion(1)
                .setName("Notices that arrive once")
                .setOwner(university)
                .setState(ProgrammeState.PAUSED)
                .setMode(ClearingMode.ROUND)
                .setClearingIntervalMs(1_000)
                .setResponseWindowMs(Duration.ofDays(3).toMillis())
                .setLists(ListPolicy.EXPLICIT)
                .setOfferPolicy(OfferPolicy.AUTOMATIC)
                .setUniversityEndorsement(true)
                .setConsentBy(ConsentBy.UNIVERSITY)
                .setSeed("notices")
                .setChangedAt(now())
                .build();
    }

    private Internship internship(Market market) {
        return Internship.newBuilder()
                .setProgrammeId(market.programme())
                .setInternshipId(market.internship())
                .setVersion(1)
                .setState(InternshipState.OPEN)
                .setCompany(company)
                .setTitle("Internship that is told of")
                .setOccupation("ai-engineer")
                .setRegion("CN-BJ")
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setWeeks(16)
                .setDaysPerWeek(4)
                .setStipend(4_000)
                .setSeats(1)
                .setMinimumDegree(Degree.BACHELOR)
                .setChangedAt(now())
                .build();
    }

    private ProducerRecord<String, byte[]> event(Topic<?> topic, String key, SpecificRecord value) {
        Headers headers = new RecordHeaders();
        new EventHeaders(
                        UUID.randomUUID().toString(),
                        topic.type().getName(),
                        topic.writer(),
                        now(),
                        key,
                        UUID.randomUUID().toString(),
                        null,
                        null)
                .writeTo(headers);
        return new ProducerRecord<>(topic.name(), null, key, codec.encode(value), headers);
    }

    /** Hands it over; the same event may be sent as often as wanted, and is the same each time. */
    void send(ProducerRecord<String, byte[]> event) {
        // What fails is found by the next flush.
        var _ = producer.send(event, (_, fault) -> {
            if (fault != null) {
                refused.set(fault);
            }
        });
    }

    /** Waits until the broker has all that was sent. */
    void flush() {
        producer.flush();
        Exception fault = refused.get();
        if (fault != null) {
            throw new IllegalStateException("The broker refused.", fault);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        producer.close();
        codec.close();
    }
}
