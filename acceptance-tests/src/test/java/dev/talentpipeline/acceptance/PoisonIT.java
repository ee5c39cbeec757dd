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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Poison on every topic that anybody reads. Each reader sets each piece aside with its reason and goes on; sent again while nothing is mended, it is set aside again, once, and no
 * reader but that one gets it. What is valid and breaks a rule, and what is applied once the cause is mended, is each service's own test.
 */
@Order(Turn.FIRST_FROM_THE_END)
class PoisonIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGE_BYTES = 2_000_000;
    private static final int UNKNOWN_SCHEMA = 987_654_321;
    private static final byte[] NO_EVENT = {};

    private final PipelineClient client = RunningStack.shared().client();
    /** Of this test's programmes and people, so that it knows its own again. */
    private final String mark = "poison" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void everyReaderSetsPoisonAsideWithItsReasonWithinTenSecondsAndGoesOn() throws Exception {
        Set<Topic<?>> read = new LinkedHashSet<>();
        Arrays.stream(ConsumerGroup.values()).forEach(group -> read.addAll(group.topics()));
        largeRecords(read, OpType.SET);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        client.stack().kafka(),
                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                        ProgrammePartitioner.class.getName(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGE_BYTES + 10_000),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (Topic<?> topic : read) {
                for (Map.Entry<String, byte[]> poison : poison(topic).entrySet()) {
                    producer.send(record(topic, poison.getKey(), poison.getValue()));
                }
            }
            producer.flush();
            Instant sent = Instant.now();
            Map<String, Map<String, String>> reasons = new HashMap<>();
            await().atMost(PATIENCE).until(() -> {
                reasons.putAll(reasons());
                return reasons.values().stream().mapToInt(Map::size).sum()
                        == pairs() * poison(Topics.OFFERS).size();
            });
            System.out.printf(
                    "%d readings of poison were set aside %d ms after the last of it was sent%n",
                    pairs() * 4, Duration.between(sent, Instant.now()).toMillis());
            reasons.forEach((letters, byKind) -> {
                assertThat(byKind.get("magic")).as(letters).contains("must start with a zero byte");
                assertThat(byKind.get("schema")).as(letters).contains("schema id (987654321)");
                assertThat(byKind.get("cut")).as(letters).contains("the body is cut off");
                assertThat(byKind.get("large")).as(letters).contains("record of 2000000 bytes");
            });
        } finally {
            largeRecords(read, OpType.DELETE);
        }
        sendingAgainInVainSetsAsideAgainAndReachesNobodyElse();
    }

    private void sendingAgainInVainSetsAsideAgainAndReachesNobodyElse() {
        String offers = "/api/v1/dead-letters/letters?topic=offers&group=notification-service&limit=200";
        List<Long> mine = await().atMost(PATIENCE)
                .until(
                        () -> Season.expect(client.operations().get(offers))
                                .get("items")
                                .valueStream()
                                .filter(letter ->
                                        letter.get("eventId").asString("").startsWith(mark))
                                .map(letter -> letter.get("id").asLong())
                                .toList(),
                        ids -> ids.size() == 4);
        JsonNode plan = Season.expect(client.operations()
                        .post(
                                "/api/v1/dead-letters/redrives",
                                Map.of("selection", Map.of("ids", mine), "dryRun", true)))
                .get("plan");
        assertThat(plan.get("events").asInt()).isEqualTo(4);
        assertThat(plan.get("groups").get(0).get("unreadable").asInt()).isEqualTo(4);
        int others = reasons().values().stream().mapToInt(Map::size).sum();
        JsonNode begun = Season.expect(client.operations()
                        .post(
                                "/api/v1/dead-letters/redrives",
                                Map.of(
                                        "selection",
                                        Map.of("ids", mine),
                                        "dryRun",
                                        false,
                                        "planned",
                                        4,
                                        "perMinute",
                                        6000,
                                        "why",
                                        "To see that nothing breaks.")))
                .get("redrive");
        String path = "/api/v1/dead-letters/redrives/" + begun.get("id").asString();
        JsonNode states = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Season.expect(client.operations().get(path)),
                        redrive -> redrive.get("state").asString().equals("DONE"))
                .get("states");
        assertThat(states).hasSize(1);
        assertThat(states.get(0).get("sending").asString()).isEqualTo("DEAD_AGAIN");
        assertThat(reasons().values().stream().mapToInt(Map::size).sum()).isEqualTo(others);
    }

    private static int pairs() {
        return Arrays.stream(ConsumerGroup.values())
                .mapToInt(group -> group.topics().size())
                .sum();
    }

    private Map<String, byte[]> poison(Topic<?> topic) {
        Map<String, byte[]> poison = new LinkedHashMap<>();
        poison.put("magic", "not an event".getBytes(UTF_8));
        poison.put("schema", framed(UNKNOWN_SCHEMA, new byte[] {2, 3, 4}));
        poison.put("cut", framed(schemaOf(topic), NO_EVENT));
        byte[] large = new byte[LARGE_BYTES];
        Arrays.fill(large, (byte) 'x');
        poison.put("large", large);
        return poison;
    }

    private static byte[] framed(int schema, byte[] body) {
        return ByteBuffer.allocate(1 + Integer.BYTES + body.length)
                .put((byte) 0)
                .putInt(schema)
                .put(body)
                .array();
    }

    private int schemaOf(Topic<?> topic) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String found = http.send(
                            HttpRequest.newBuilder(URI.create(client.stack().registry() + "/apis/ccompat/v7/subjects/"
                                            + topic.subject() + "/versions/latest"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared().readTree(found).get("id").asInt();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProducerRecord<String, byte[]> record(Topic<?> topic, String kind, byte[] value) {
        String key = switch (topic.keyedBy()) {
            case PROGRAMME, PERSON -> mark + "-" + kind;
            case ENTITY_OF_PROGRAMME, NOTICE_OF_PERSON -> mark + "/" + kind;
        };
        var headers = new RecordHeaders();
        new EventHeaders(
                        mark + "-" + topic.name() + "-" + kind,
                        topic.type().getName(),
                        topic.writer(),
                        Instant.now(),
                        key,
                        mark,
                        null,
                        null)
                .writeTo(headers);
        return new ProducerRecord<>(topic.name(), null, key, value, headers);
    }

    /** By topic of dead letters and kind of poison: the reason that each of this test's has. */
    private Map<String, Map<String, String>> reasons() {
        Map<String, Map<String, String>> reasons = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        client.stack().kafka(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            Arrays.stream(ConsumerGroup.values())
                    .forEach(group -> group.topics().stream()
                            .map(topic -> topic.deadLetters(group))
                            .forEach(name -> consumer.partitionsFor(name)
                                    .forEach(each -> partitions.add(new TopicPartition(name, each.partition())))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> letter : consumer.poll(Duration.ofMillis(100))) {
                    if (letter.key() != null && letter.key().startsWith(mark)) {
                        reasons.computeIfAbsent(letter.topic(), topic -> new HashMap<>())
                                .put(
                                        letter.key().substring(mark.length() + 1),
                                        new String(
                                                letter.headers()
                                                        .lastHeader("kafka_dlt-exception-message")
                                                        .value(),
                                                UTF_8));
                    }
                }
            }
        }
        return reasons;
    }

    /** Has the topics take records of that size for a while, as a broker of another setting would. */
    private void largeRecords(Collection<Topic<?>> topics, OpType how) throws Exception {
        try (Admin admin = Admin.create(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, client.stack().kafka()))) {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            topics.forEach(topic -> changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    List.of(new AlterConfigOp(new ConfigEntry("max.message.bytes", "3000000"), how))));
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }
}
