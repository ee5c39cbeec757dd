package dev.talentpipeline.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.kafka.consumer.group-id=notification-service")
class DeadLettersIT {

    private static final int PARTITION = 3;
    private static final int ACCOUNTED = 4;

    @Autowired
    private Listener listener;

    @Autowired
    private EventCodec codec;

    @Autowired
    private ConsumersHealth health;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        Infrastructure infrastructure = Infrastructure.shared();
        registry.add("spring.kafka.bootstrap-servers", infrastructure::bootstrapServers);
        registry.add("talentpipeline.registry-url", infrastructure::registryUrl);
        registry.add("talentpipeline.jwk-set-uri", TestTokens.shared()::jwkSetUri);
    }

    @Test
    void poisonIsSetAsideWithItsBytesAndReasonAndThePartitionMovesOn() throws Exception {
        // when
        send("poison", "not an event".getBytes(UTF_8));
        send("unappliable", codec.encode(contact("unappliable")));
        send("good", codec.encode(contact("good")));

        // then
        await().atMost(Duration.ofSeconds(30)).until(() -> listener.applied.contains("good"));
        List<ConsumerRecord<String, byte[]>> dead = deadLetters(2).stream()
                .filter(letter -> List.of("poison", "unappliable").contains(letter.key()))
                .toList();
        assertThat(dead.get(0).value()).isEqualTo("not an event".getBytes(UTF_8));
        assertThat(dead.get(0).partition()).isEqualTo(PARTITION);
        assertThat(reason(dead.get(0))).contains("zero byte");
        assertThat(codec.decode(Topics.CONTACTS, dead.get(1).value())).isEqualTo(contact("unappliable"));
        assertThat(reason(dead.get(1))).contains("planted");
    }

    @Test
    void aFaultOfTheEnvironmentIsRetriedUntilItHealsAndMakesNoDeadLetter() throws Exception {
        // given
        int before = deadLetters(0).size();

        // when
        send("patient", codec.encode(contact("patient")));

        // then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> health.health().getStatus().getCode().equals("DOWN"));
        listener.databaseIsBack = true;
        await().atMost(Duration.ofSeconds(30)).until(() -> listener.applied.contains("patient"));
        assertThat(listener.tries.get("patient").get()).isGreaterThan(3);
        // The account says of it alone that it took so many attempts.
        int tries = listener.tries.get("patient").get();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tail(PARTITION).stream().anyMatch(read -> read.attempts() > 1));
        assertThat(tail(PARTITION))
                .filteredOn(read -> read.attempts() > 1)
                .extracting(ReaderReport.Read::outcome, ReaderReport.Read::attempts)
                .containsExactly(tuple(ReaderReport.Outcome.APPLIED, tries));
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(deadLetters(0)).hasSize(before);
    }

    @Test
    void whatIsSentAgainComesToTheSameListenerAndIsAppliedOnce() throws Exception {
        // given
        byte[] value = codec.encode(contact("mended"));
        send("mended", value);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        deadLetters(0).stream().anyMatch(letter -> letter.key().equals("mended")));

        // when
        sendAgain("still-broken", "mended", value);
        assertThat(answers(1)).containsExactly("still-broken DEAD");
        listener.causeIsMended = true;
        sendAgain("first", "mended", value);
        sendAgain("second", "mended", value);

        // then
        assertThat(answers(3)).containsExactly("still-broken DEAD", "first APPLIED", "second DROPPED");
        assertThat(listener.applied).containsOnlyOnce("mended");
        assertThat(listener.places).containsOnly(Topics.CONTACTS.name() + "-" + PARTITION + "@77");
        List<ConsumerRecord<String, byte[]>> dead = deadLetters(2).stream()
                .filter(letter -> letter.key().equals("mended"))
                .toList();
        assertThat(dead).hasSize(2);
        ConsumerRecord<String, byte[]> again = dead.getLast();
        assertThat(again.value()).isEqualTo(value);
        assertThat(reason(again)).contains("not mended yet");
        assertThat(text(again, "kafka_dlt-exception-cause-fqcn")).isEqualTo(UnappliableEventException.class.getName());
        assertThat(text(again, "kafka_dlt-original-topic")).isEqualTo(Topics.CONTACTS.name());
        assertThat(SentAgain.readFrom(again.headers()).orElseThrow().record()).isEqualTo("still-broken");
    }

    @Test
    void aLargeRecordIsSetAsideWholeAndWhatDoesNotSayWhereItCameFromHoldsUpNothing() throws Exception {
        byte[] large = new byte[1_000_000];
        large[0] = 1;
        sendTo(ConsumerGroup.NOTIFICATION_SERVICE.redrive(), PARTITION, "stray", large, new RecordHeaders());
        send("large", large);
        send("after-large", codec.encode(contact("after-large")));

        await().atMost(Duration.ofSeconds(10)).until(() -> listener.applied.contains("after-large"));
        assertThat(deadLetters(1))
                .anySatisfy(letter -> assertThat(letter.value()).isEqualTo(large));
    }

    @Test
    void whatCameOfEachRecordIsCommittedWithTheOffset() throws Exception {
        // when
        send(ACCOUNTED, "poison-too", "not an event".getBytes(UTF_8));
        send(ACCOUNTED, "counted", codec.encode(contact("counted")));

        // then
        await().atMost(Duration.ofSeconds(30)).until(() -> listener.applied.contains("counted"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ReaderReport.parse(place(ACCOUNTED).metadata())
                        .map(account -> account.tail().stream()
                                .map(ReaderReport.Read::outcome)
                                .toList())
                        .filter(outcomes -> outcomes.size() >= 2)
                        .map(outcomes -> outcomes.subList(outcomes.size() - 2, outcomes.size()))
                        .filter(List.of(ReaderReport.Outcome.DEAD, ReaderReport.Outcome.APPLIED)::equals)
                        .isPresent());
        OffsetAndMetadata place = place(ACCOUNTED);
        ReaderReport account = ReaderReport.parse(place.metadata()).orElseThrow();
        assertThat(account.tail().getLast().offset()).isEqualTo(place.offset() - 1);
        assertThat(account.records()).isEqualTo(place.offset() - account.from());
    }

    private static List<ReaderReport.Read> tail(int partition) throws ExecutionException, InterruptedException {
        return ReaderReport.parse(place(partition).metadata())
                .map(ReaderReport::tail)
                .orElse(List.of());
    }

    private static OffsetAndMetadata place(int number) throws ExecutionException, InterruptedException {
        var partition = new TopicPartition(Topics.CONTACTS.name(), number);
        String group = ConsumerGroup.NOTIFICATION_SERVICE.id();
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Infrastructure.shared().bootstrapServers()))) {
            OffsetAndMetadata place = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return place == null ? new OffsetAndMetadata(0) : place;
        }
    }

    private static String reason(ConsumerRecord<String, byte[]> dead) {
        return text(dead, "kafka_dlt-exception-message");
    }

    private static String text(ConsumerRecord<String, byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), UTF_8);
    }

    private static void send(String key, byte[] value) throws ExecutionException, InterruptedException {
        send(PARTITION, key, value);
    }

    private static void send(int partition, String key, byte[] value) throws ExecutionException, InterruptedException {
        sendTo(Topics.CONTACTS.name(), partition, key, value, new RecordHeaders());
    }

    private static void sendAgain(String sending, String key, byte[] value)
            throws ExecutionException, InterruptedException {
        var headers = new RecordHeaders();
        new SentAgain(sending, Topics.CONTACTS.name(), PARTITION, 77).writeTo(headers);
        sendTo(ConsumerGroup.NOTIFICATION_SERVICE.redrive(), PARTITION, key, value, headers);
    }

    private static void sendTo(String topic, int partition, String key, byte[] value, Headers headers)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Infrastructure.shared().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, key, value, headers))
                    .get();
        }
    }

    private static List<String> answers(int expected) {
        return read(ConsumerGroup.NOTIFICATION_SERVICE.redriven(), expected).stream()
                .map(record -> SentAgain.Answer.readFrom(record.headers()).orElseThrow())
                .map(answer -> answer.record() + " " + answer.outcome())
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(int expected) {
        return read(Topics.CONTACTS.deadLetters(ConsumerGroup.NOTIFICATION_SERVICE), expected);
    }

    private static List<ConsumerRecord<String, byte[]>> read(String name, int expected) {
        // Closing waits for the fetch that waits for more.
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Infrastructure.shared().bootstrapServers(), "fetch.max.wait.ms", 20);
        var topic = new TopicPartition(name, PARTITION);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
                return read.size() >= expected
                        && consumer.position(topic)
                                >= consumer.endOffsets(List.of(topic)).get(topic);
            });
            return read;
        }
    }

    private static Contact contact(String person) {
        return Contact.newBuilder()
                .setPersonId(person)
                .setVersion(1)
                .setName("Lin")
                .setEmail("lin@students.example.org")
                .setLanguage(Language.EN)
                .setOrganisation("univ-a")
                .setRoles(List.of())
                .setChangedAt(Instant.EPOCH)
                .build();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Listener.class)
    static class TestService {}

    static class Listener {

        private final EventCodec codec;
        private final EventCounters counters;
        private final List<String> applied = new CopyOnWriteArrayList<>();
        private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        private final Set<String> places = ConcurrentHashMap.newKeySet();
        private volatile boolean databaseIsBack;
        private volatile boolean causeIsMended;

        Listener(EventCodec codec, EventCounters counters) {
            this.codec = codec;
            this.counters = counters;
        }

        @KafkaListener(topics = "contacts", containerFactory = "eventListenerContainerFactory")
        void on(ConsumerRecord<String, byte[]> record) {
            Contact contact = codec.decode(Topics.CONTACTS, record.value());
            int attempt = tries.computeIfAbsent(contact.getPersonId(), id -> new AtomicInteger())
                    .incrementAndGet();
            if (contact.getPersonId().equals("unappliable")) {
                throw new UnappliableEventException("planted");
            }
            if (contact.getPersonId().equals("mended")) {
                if (!causeIsMended) {
                    throw new UnappliableEventException("not mended yet");
                }
                places.add(record.topic() + "-" + record.partition() + "@" + record.offset());
                if (applied.contains("mended")) {
                    counters.duplicate(record.topic());
                    return;
                }
            }
            if (contact.getPersonId().equals("patient") && (attempt <= 3 || !databaseIsBack)) {
                throw new DataAccessResourceFailureException("the database is away");
            }
            applied.add(contact.getPersonId());
            counters.applied(record.topic());
        }
    }
}
