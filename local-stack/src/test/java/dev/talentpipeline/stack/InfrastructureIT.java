package dev.talentpipeline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The parts really run, and each survives its death by {@code kill -9} with all that it had acknowledged. */
class InfrastructureIT {

    private static final Infrastructure INFRASTRUCTURE = Infrastructure.shared();
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(20);

    @Test
    void hasEveryTopicOfTheCatalogue() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, INFRASTRUCTURE.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("placement-offers", "offers", "contacts");
        }
    }

    @Test
    void brokerKeepsAcknowledgedRecordsWhenKilled() throws Exception {
        // given
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, INFRASTRUCTURE.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("notices", 0, "person/notice", "kept"))
                    .get();
        }

        // when
        INFRASTRUCTURE.broker().kill();
        assertThat(INFRASTRUCTURE.broker().isRunning()).isFalse();
        INFRASTRUCTURE.broker().start();

        // then
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        INFRASTRUCTURE.bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("notices", 0)));
            assertThat(consumer.poll(POLL_TIMEOUT))
                    .anySatisfy(record -> assertThat(record.value()).isEqualTo("kept"));
        }
    }

    @Test
    void databaseKeepsCommitsWhenKilled() throws SQLException {
        // given
        execute("CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('数字人才')");

        // when
        INFRASTRUCTURE.database().kill();
        assertThat(INFRASTRUCTURE.database().isRunning()).isFalse();
        INFRASTRUCTURE.database().start();

        // then
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery("SELECT word FROM kept")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getString(1)).isEqualTo("数字人才");
        }
    }

    @Test
    void registryKeepsItsIdsWhenKilled() throws Exception {
        // given
        String before = latestSchema();
        assertThat(before).contains("\"id\"").contains("PlacementOffer");

        // when
        INFRASTRUCTURE.registry().kill();
        assertThat(INFRASTRUCTURE.registry().isRunning()).isFalse();
        INFRASTRUCTURE.registry().start();

        // then
        assertThat(latestSchema()).isEqualTo(before);
    }

    private static String latestSchema() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(INFRASTRUCTURE.registryUrl()
                                            + "/apis/ccompat/v7/subjects/placement-offers-value/versions/latest"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                INFRASTRUCTURE.jdbcUrl("kept"), INFRASTRUCTURE.username(), INFRASTRUCTURE.password());
    }
}
