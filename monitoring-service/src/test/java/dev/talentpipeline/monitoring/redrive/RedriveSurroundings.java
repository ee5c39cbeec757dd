package dev.talentpipeline.monitoring.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.databind.JsonNode;

/** Dead letters on their way from the desk to their reader and back. The tests read and answer in the place of matching-service. */
abstract class RedriveSurroundings extends RunningService {

    static final Duration SOON = Duration.ofSeconds(20);
    static final ConsumerGroup READER = ConsumerGroup.MATCHING_SERVICE;

    final String cause = "Cause" + UUID.randomUUID().toString().replace("-", "");
    private KafkaConsumer<String, byte[]> reader;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void read() {
        reader = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Surroundings.bootstrapServers(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = reader.partitionsFor(READER.redrive()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        reader.assign(all);
        reader.seekToEnd(all);
        all.forEach(reader::position);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    final RecordMetadata setAside(Story story, String eventId, byte[] value, long offset) {
        return setAside(Topics.STUDENT_PROFILES, story.studentKey(), story, eventId, value, offset);
    }

    final RecordMetadata setAside(Topic<?> topic, String key, Story story, String eventId, byte[] value, long offset) {
        Headers headers = new RecordHeaders();
        if (eventId != null) {
            Surroundings.headers(topic, eventId, key, Instant.EPOCH, story.requestId(), null)
                    .writeTo(headers);
        }
        headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, topic.name().getBytes(UTF_8));
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).array());
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
        headers.add(KafkaHeaders.DLT_EXCEPTION_FQCN, ("test." + cause).getBytes(UTF_8));
        headers.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, "planted".getBytes(UTF_8));
        return Surroundings.send(topic.deadLetters(READER), key, value, headers);
    }

    final JsonNode letters(int expected) {
        await().atMost(SOON).until(() -> lettersNow().size() >= expected);
        return lettersNow();
    }

    final JsonNode lettersNow() {
        return get("/api/v1/dead-letters/letters?cause=" + cause).body().get("items");
    }

    final JsonNode plan() {
        Answer answer = post(
                "/api/v1/dead-letters/redrives",
                "",
                "{\"selection\":{\"cause\":\"%s\",\"topic\":\"student-profiles\",\"group\":\"matching-service\"}}"
                        .formatted(cause));
        assertThat(answer.body().get("redrive").isNull()).isTrue();
        return answer.body().get("plan");
    }

    final Answer begin(int planned, int perMinute, String key) {
        return post(
                "/api/v1/dead-letters/redrives",
                key,
                "{\"selection\":{\"cause\":\"%s\"},\"dryRun\":false,\"planned\":%d,\"perMinute\":%d,\"why\":\"The reader knows the schema now.\"}"
                        .formatted(cause, planned, perMinute));
    }

    static String id(Answer begun) {
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(200);
        return begun.body().get("redrive").get("id").asString();
    }

    final JsonNode redrive(Answer begun) {
        return get("/api/v1/dead-letters/redrives/" + id(begun)).body();
    }

    final List<String> states(Answer begun) {
        return redrive(begun)
                .get("states")
                .valueStream()
                .map(each -> each.get("sending").asString() + " "
                        + each.get("events").asInt())
                .toList();
    }

    /** What has come to the reader, with a moment more for what should not come. */
    final List<ConsumerRecord<String, byte[]>> arrived(int expected) {
        List<ConsumerRecord<String, byte[]>> arrived = new ArrayList<>();
        if (expected == 0) {
            reader.poll(Duration.ofMillis(1500)).forEach(arrived::add);
            return arrived;
        }
        await().atMost(SOON).until(() -> {
            reader.poll(Duration.ofMillis(200)).forEach(arrived::add);
            return arrived.size() >= expected;
        });
        return arrived;
    }

    static void answer(ConsumerRecord<String, byte[]> again, SentAgain.Outcome outcome) {
        Headers headers = new RecordHeaders();
        SentAgain.readFrom(again.headers()).orElseThrow().answer(headers, outcome);
        Surroundings.send(READER.redriven(), again.key(), outcome.name().getBytes(UTF_8), headers);
    }
}
