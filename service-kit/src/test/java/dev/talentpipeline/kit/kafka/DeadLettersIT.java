package dev.talentpipeline.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
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
        List<ConsumerRecord<String, byte[]>> dead = deadLetters(2);
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
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(deadLetters(0)).hasSize(before);
    }

    private static String reason(ConsumerRecord<String, byte[]> dead) {
        return new String(
                dead.headers().lastHeader("kafka_dlt-exception-message").value(), UTF_8);
    }

    private static void send(String key, byte[] value) throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Infrastructure.shared().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CONTACTS.name(), PARTITION, key, value))
                    .get();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(int expected) {
        // Closing waits for the fetch that waits for more.
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Infrastructure.shared().bootstrapServers(), "fetch.max.wait.ms", 20);
        var topic = new TopicPartition(Topics.CONTACTS.deadLetters(ConsumerGroup.NOTIFICATION_SERVICE), PARTITION);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            long end = consumer.endOffsets(List.of(topic)).get(topic);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
                return read.size() >= expected && consumer.position(topic) >= end;
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
        private final List<String> applied = new CopyOnWriteArrayList<>();
        private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        private volatile boolean databaseIsBack;

        Listener(EventCodec codec) {
            this.codec = codec;
        }

        @KafkaListener(topics = "contacts", containerFactory = "eventListenerContainerFactory")
        void on(ConsumerRecord<String, byte[]> record) {
            Contact contact = codec.decode(Topics.CONTACTS, record.value());
            int attempt = tries.computeIfAbsent(contact.getPersonId(), id -> new AtomicInteger())
                    .incrementAndGet();
            if (contact.getPersonId().equals("unappliable")) {
                throw new UnappliableEventException("planted");
            }
            if (contact.getPersonId().equals("patient") && (attempt <= 3 || !databaseIsBack)) {
                throw new DataAccessResourceFailureException("the database is away");
            }
            applied.add(contact.getPersonId());
        }
    }
}
