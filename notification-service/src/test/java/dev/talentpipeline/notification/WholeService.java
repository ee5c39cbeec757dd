package dev.talentpipeline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Language;
import dev.talentpipeline.stack.CapturedMessage;
import dev.talentpipeline.stack.MailServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** The whole service: from events on topics to mails at the server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class WholeService {

    static final Duration SOON = Duration.ofSeconds(20);
    static final Path MAILBOX = Surroundings.mailbox();
    static MailServer mail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        mail = Surroundings.mailServer(MAILBOX, 0);
        Surroundings.register(properties, mail);
    }

    @AfterAll
    static void closeMailServer() {
        mail.close();
    }

    EventFixture ready() {
        var student = EventFixture.fresh();
        student.publishLabels();
        student.publishContact(Language.EN);
        return student;
    }

    static List<CapturedMessage> mailsTo(EventFixture student) {
        return mail.messages().stream()
                .filter(message -> message.to().equals(student.email()))
                .toList();
    }

    CapturedMessage awaitOnlyMail(EventFixture student) {
        await().atMost(SOON).until(() -> !mailsTo(student).isEmpty());
        // Whatever else was under way would be among the unsent.
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from mails where state in ('READY', 'CLAIMED')")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(mailsTo(student)).hasSize(1);
        return mailsTo(student).getFirst();
    }

    long noticesOf(EventFixture student) {
        return jdbc.sql("select count(*) from notices where person_id = ?")
                .param(student.personId())
                .query(Long.class)
                .single();
    }

    double counted(String topic, String outcome) {
        return counted("talentpipeline.consumer.events", "topic", topic, "outcome", outcome);
    }

    double counted(String name, String... tags) {
        var counter = meters.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    String health(String group) {
        return get("/actuator/health/" + group);
    }

    String get(String path) {
        return RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .exchange((request, response) -> response.bodyTo(String.class));
    }

    static KafkaConsumer<String, byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Surroundings.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        // Closing waits for the fetch that waits for more.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
