package dev.talentpipeline.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.client.PipelineClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * monitoring-service is killed while it sends dead letters again: after its restart it goes on by itself. What it had in hand at that moment leaves once more, at most; all else leaves once. The letters
 * are ones that nobody can read, so that each time that one comes to its reader it is seen on the topic of dead letters.
 */
@Isolated("A service is killed that others need.")
class RedriveKilledIT {

    private static final int LETTERS = 24;
    /** Two a second, so that it is killed in the middle. */
    private static final int PER_MINUTE = 120;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LIST = "/api/v1/dead-letters/letters?topic=offers&group=notification-service&limit=200";
    private static final String REDRIVES = "/api/v1/dead-letters/redrives";

    private final RunningStack stack = RunningStack.shared();
    private final PipelineClient client = stack.client();
    private final String mark = "killed" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void itGoesOnByItselfAndSendsNothingTwiceButWhatItHadInHand() {
        sendWhatNobodyCanRead();
        List<Long> ids = await().atMost(PATIENCE).until(this::mine, found -> found.size() == LETTERS);
        assertThat(timesSetAside().values()).hasSize(LETTERS).containsOnly(1);
        JsonNode begun = Season.expect(client.operations()
                        .post(
                                REDRIVES,
                                Map.of(
                                        "selection",
                                        Map.of("ids", ids),
                                        "dryRun",
                                        false,
                                        "planned",
                                        LETTERS,
                                        "perMinute",
                                        PER_MINUTE,
                                        "why",
                                        "To see that it goes on.")))
                .get("redrive");
        String path = REDRIVES + "/" + begun.get("id").asString();
        await().atMost(PATIENCE).until(() -> over(path) >= 4);

        stack.launcher().run("kill", "monitoring-service");
        long beforeItsRestart =
                timesSetAside().values().stream().filter(times -> times > 1).count();
        stack.launcher().run("restart", "monitoring-service");

        assertThat(beforeItsRestart).as("killed in the middle").isLessThan(LETTERS);
        JsonNode done = await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> Season.expect(client.operations().get(path)),
                        redrive -> redrive.get("state").asString().equals("DONE") && over(path) == LETTERS);
        assertThat(done.get("states")).hasToString("[{\"sending\":\"DEAD_AGAIN\",\"events\":%d}]".formatted(LETTERS));
        Map<String, Integer> times = timesSetAside();
        assertThat(times.values()).hasSize(LETTERS).allMatch(each -> each == 2 || each == 3);
        assertThat(times.values().stream().filter(each -> each == 3).count()).isLessThanOrEqualTo(PER_MINUTE / 60);
    }

    private int over(String path) {
        JsonNode redrive = Season.expect(client.operations().get(path));
        int open = redrive.get("states")
                .valueStream()
                .filter(state ->
                        List.of("QUEUED", "SENT").contains(state.get("sending").asString()))
                .mapToInt(state -> state.get("events").asInt())
                .sum();
        return redrive.get("events").asInt() - open;
    }

    private List<Long> mine() {
        return Season.expect(client.operations().get(LIST))
                .get("items")
                .valueStream()
                .filter(letter -> letter.get("eventId").asString("").startsWith(mark))
                .map(letter -> letter.get("id").asLong())
                .toList();
    }

    private void sendWhatNobodyCanRead() {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        client.stack().kafka(),
                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                        ProgrammePartitioner.class.getName()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int letter = 0; letter < LETTERS; letter++) {
                String key = Topic.key(mark, "o" + letter);
                var headers = new RecordHeaders();
                new EventHeaders(
                                mark + "-" + letter,
                                Topics.OFFERS.type().getName(),
                                Topics.OFFERS.writer(),
                                Instant.now(),
                                key,
                                mark,
                                null,
                                null)
                        .writeTo(headers);
                producer.send(
                        new ProducerRecord<>(Topics.OFFERS.name(), null, key, "not an event".getBytes(UTF_8), headers));
            }
        }
    }

    /** By key how often notification-service has set the record aside. */
    private Map<String, Integer> timesSetAside() {
        Map<String, Integer> times = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        client.stack().kafka(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            String topic = Topics.OFFERS.deadLetters(ConsumerGroup.NOTIFICATION_SERVICE);
            consumer.partitionsFor(topic).forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> letter : consumer.poll(Duration.ofMillis(100))) {
                    if (letter.key() != null && letter.key().startsWith(mark)) {
                        times.merge(letter.key(), 1, Integer::sum);
                    }
                }
            }
        }
        return times;
    }
}
