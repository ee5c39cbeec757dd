package dev.talentpipeline.monitoring.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.kit.ExampleStory;
import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.databind.JsonNode;

/** Dead letters from the desk to their reader and back. The test reads and answers in the place of matching-service. */
class RedrivesIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ConsumerGroup READER = ConsumerGroup.MATCHING_SERVICE;

    private final String cause = "Cause" + UUID.randomUUID().toString().replace("-", "");
    private KafkaConsumer<String, byte[]> reader;

    @Autowired
    private JdbcClient jdbc;

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

    @Test
    void aDeadLetterComesToItsReaderAsItWasAndTheReaderSaysWhatBecameOfIt() {
        var story = Story.fresh();
        String eventId = UUID.randomUUID().toString();
        byte[] poison = "not an event".getBytes(UTF_8);
        RecordMetadata dead = setAside(story, eventId, poison, 42);
        JsonNode letter = letters(1).get(0);

        assertThat(letter.get("standing").asString()).isEqualTo("OPEN");
        assertThat(letter.get("topic").asString()).isEqualTo("student-profiles");
        assertThat(letter.get("eventId").asString()).isEqualTo(eventId);
        JsonNode plan = plan();
        assertThat(plan.get("events").asInt()).isEqualTo(1);
        assertThat(plan.get("groups").get(0).get("group").asString()).isEqualTo(READER.id());
        assertThat(plan.get("groups").get(0).get("unreadable").asInt()).isEqualTo(1);
        Answer other = begin(2, 600, "");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().get("type").asString()).endsWith("/redrive-differs");
        assertThat(other.body().get("plan").get("events").asInt()).isEqualTo(1);

        Answer begun = begin(1, 600, "key-" + cause);
        Answer repeated = begin(1, 600, "key-" + cause);
        assertThat(repeated.body()).isNotNull();
        assertThat(id(repeated)).isEqualTo(id(begun));
        assertThat(begin(1, 601, "key-" + cause).body().get("type").asString()).endsWith("/idempotency-key-reused");
        assertThat(begun.body().get("redrive").get("by").asString()).isEqualTo("test-operations");

        ConsumerRecord<String, byte[]> again = arrived(1).get(0);
        assertThat(again.key()).isEqualTo(story.studentKey());
        assertThat(again.value()).isEqualTo(poison);
        assertThat(again.partition()).isEqualTo(dead.partition());
        assertThat(EventHeaders.readFrom(again.headers()).id()).isEqualTo(eventId);
        SentAgain said = SentAgain.readFrom(again.headers()).orElseThrow();
        assertThat(said.topic()).isEqualTo("student-profiles");
        assertThat(said.offset()).isEqualTo(42);
        assertThat(again.headers().lastHeader(KafkaHeaders.DLT_EXCEPTION_MESSAGE))
                .isNull();
        assertThat(redrive(begun).get("state").asString()).isEqualTo("RUNNING");
        assertThat(plan().get("refused").get(0).get("why").asString()).isEqualTo("IN_HAND");

        answer(again, SentAgain.Outcome.APPLIED);
        await().atMost(SOON)
                .until(() -> "DONE".equals(redrive(begun).get("state").asString()));
        answer(again, SentAgain.Outcome.DEAD);
        assertThat(redrive(begun).get("states").get(0).get("sending").asString())
                .isEqualTo("APPLIED");
        assertThat(letters(1).get(0).get("standing").asString()).isEqualTo("SETTLED");
        assertThat(plan().get("found").asInt())
                .as("what is settled is not meant by its cause")
                .isZero();
        assertThat(get("/api/v1/dead-letters")
                        .body()
                        .get("causes")
                        .valueStream()
                        .filter(each -> each.get("cause").asString().equals(cause))
                        .map(each -> each.get("events").asInt() + "/"
                                + each.get("open").asInt()))
                .containsExactly("1/0");
    }

    @Test
    void whatFailsAgainAndAgainIsKeptInQuarantineUntilSomebodyLetsItOut() {
        var story = Story.fresh();
        setAside(story, null, "no event, no headers".getBytes(UTF_8), 7);
        long letter = letters(1).get(0).get("id").asLong();
        for (int i = 1; i <= 3; i++) {
            Answer begun = begin(1, 6000, "");
            ConsumerRecord<String, byte[]> again = arrived(1).get(0);
            setAside(story, null, again.value(), 7);
            answer(again, SentAgain.Outcome.DEAD);
            await().atMost(SOON)
                    .until(() -> "DONE".equals(redrive(begun).get("state").asString()));
        }
        await().atMost(SOON).until(() -> letters(1).get(0).get("times").asInt() == 4);

        assertThat(letters(1)).hasSize(1);
        assertThat(letters(1).get(0).get("standing").asString()).isEqualTo("QUARANTINED");
        Answer refused = begin(1, 600, "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asString()).endsWith("/nothing-to-redrive");

        assertThat(post("/api/v1/dead-letters/letters/" + letter + "/release", "", "{\"why\":\" \"}")
                        .status())
                .isEqualTo(400);
        Answer released = post("/api/v1/dead-letters/letters/" + letter + "/release", "", "{\"why\":\"Mended.\"}");
        assertThat(released.body().get("standing").asString()).isEqualTo("OPEN");
        assertThat(plan().get("events").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select why from quarantine_release where entry = ?")
                        .param(letter)
                        .query(String.class)
                        .single())
                .isEqualTo("Mended.");
    }

    @Test
    void whoLetsALetterOutIsShownItAndOnRecord() {
        var story = Story.fresh();
        setAside(
                Topics.OFFERS,
                story.offerKey(),
                story,
                UUID.randomUUID().toString(),
                Surroundings.encode(story.offerEvent(1, OfferState.EXTENDED, null)),
                3);
        long letter = letters(1).get(0).get("id").asLong();
        assertThat(looks(letter)).isEmpty();

        Answer shown = post("/api/v1/dead-letters/letters/" + letter + "/release", "", "{\"why\":\"Mended.\"}");

        assertThat(shown.body().get("payload").get("score").isNumber()).isTrue();
        assertThat(looks(letter)).containsExactly("DEAD_LETTERS 1");
    }

    private List<String> looks(long letter) {
        return get("/api/v1/looks?id=" + letter)
                .body()
                .get("items")
                .valueStream()
                .map(look ->
                        look.get("kind").asString() + " " + look.get("events").asInt())
                .toList();
    }

    @Test
    void nothingAboutAnErasedPersonIsSentAgainNotEvenWhatWasQueuedBefore() {
        var first = Story.fresh();
        var second = Story.fresh();
        second.profile(1, StudentState.ACTIVE);
        setAside(first, UUID.randomUUID().toString(), "unreadable".getBytes(UTF_8), 1);
        letters(1);
        setAside(second, UUID.randomUUID().toString(), "unreadable".getBytes(UTF_8), 2);
        letters(2);
        Answer begun = begin(2, 1, "");
        assertThat(arrived(1).get(0).key()).isEqualTo(first.studentKey());

        second.erasure();
        await().atMost(SOON)
                .until(() -> !get("/api/v1/journeys/" + second.personId())
                        .body()
                        .path("items")
                        .isEmpty());
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from journal where topic = 'erasures' and person_id = ?")
                                .param(second.personId())
                                .query(Integer.class)
                                .single()
                        == 1);
        jdbc.sql("update redrive set due_at = created_at where id = cast(? as uuid)")
                .param(id(begun))
                .update();
        await().atMost(SOON).until(() -> states(begun).contains("REFUSED 1"));
        assertThat(arrived(0)).isEmpty();

        JsonNode plan = plan();
        assertThat(plan.get("refused").valueStream().map(each -> each.get("why").asString()))
                .containsExactly("ERASED", "IN_HAND");
        Answer stopped = post("/api/v1/dead-letters/redrives/" + id(begun) + "/stop", "", "{}");
        assertThat(stopped.body().get("state").asString()).isEqualTo("STOPPED");
        assertThat(stopped.body().get("stoppedBy").asString()).isEqualTo("test-operations");
    }

    @Test
    void whatIsStoppedDoesNotLeaveAndOlderOnesAreKnownToBeDropped() throws Exception {
        var story = Story.fresh();
        RecordMetadata newer = story.send(
                Topics.STUDENT_PROFILES,
                story.studentKey(),
                2,
                story.profileEvent(2, StudentState.ACTIVE),
                UUID.randomUUID().toString(),
                null);
        setAside(
                story,
                UUID.randomUUID().toString(),
                Surroundings.encode(story.profileEvent(1, StudentState.ACTIVE)),
                0);
        setAside(Story.fresh(), UUID.randomUUID().toString(), "unreadable".getBytes(UTF_8), 3);
        JsonNode letters = letters(2);
        assertThat(letters.valueStream()
                        .filter(each -> each.get("content").asString().equals("EVENT")))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.get("payload").get("university").asString())
                                .isEqualTo("univ-linjiang-tech"));
        assertThat(letters.toString()).doesNotContainIgnoringCase("canary");
        assertThat(plan().get("groups").get(0).get("dropped").asInt()).isZero();
        try (Admin admin =
                Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Surroundings.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(
                            READER.id(),
                            Map.of(
                                    new TopicPartition(newer.topic(), newer.partition()),
                                    new OffsetAndMetadata(newer.offset() + 1)))
                    .all()
                    .get();
        }
        await().atMost(SOON)
                .until(() -> plan().get("groups").get(0).get("dropped").asInt() == 1);

        Answer begun = begin(2, 1, "");
        arrived(1);
        Answer stopped = post("/api/v1/dead-letters/redrives/" + id(begun) + "/stop", "", "{}");
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(states(begun)).containsExactly("SENT 1", "STOPPED 1");
        jdbc.sql("update redrive set due_at = created_at where id = cast(? as uuid)")
                .param(id(begun))
                .update();
        assertThat(arrived(0)).isEmpty();
    }

    @Test
    void whatIsAskedForWronglyIsRefusedWithItsField() {
        String path = "/api/v1/dead-letters/redrives";
        Map<String, String> wrong = Map.of(
                "{}", "selection",
                "{\"selection\":{}}", "selection",
                "{\"selection\":{\"from\":\"yesterday\"}}", "selection.from",
                "{\"selection\":{\"ids\":[1]},\"dryRun\":false,\"planned\":1}", "why",
                "{\"selection\":{\"ids\":[1]},\"dryRun\":false,\"why\":\"x\"}", "planned",
                "{\"selection\":{\"ids\":[1]},\"dryRun\":false,\"why\":\"x\",\"planned\":1,\"perMinute\":0}",
                        "perMinute");
        wrong.forEach((body, field) -> {
            Answer answer = post(path, "", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.body().get("field").asString()).as(body).isEqualTo(field);
        });
        assertThat(post(path + "/" + UUID.randomUUID() + "/stop", "", "{}")
                        .body()
                        .get("type")
                        .asString())
                .endsWith("/unknown-redrive");
        assertThat(get("/api/v1/dead-letters/letters/-1").body().get("type").asString())
                .endsWith("/unknown-dead-letter");
    }

    @Test
    void theExamplesAreWhatHappens() {
        JsonNode description = get("/v3/api-docs").body();
        assertThat(ExampleStory.untold(description, Map.of()))
                .noneMatch(operation -> operation.contains("dead-letters") || operation.contains("service-levels"));
        assertThat(ExampleStory.tell(description, LocalDate.now(ZoneOffset.UTC), (by, method, path, body, names) -> {
                    Answer answer = method.equals("PUT")
                            ? put(path, String.valueOf(body))
                            : post(path, "", String.valueOf(body));
                    return new ExampleStory.Answer(answer.status(), answer.body());
                }))
                .isEmpty();
    }

    private RecordMetadata setAside(Story story, String eventId, byte[] value, long offset) {
        return setAside(Topics.STUDENT_PROFILES, story.studentKey(), story, eventId, value, offset);
    }

    private RecordMetadata setAside(
            Topic<?> topic, String key, Story story, String eventId, byte[] value, long offset) {
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

    private JsonNode letters(int expected) {
        await().atMost(SOON).until(() -> lettersNow().size() >= expected);
        return lettersNow();
    }

    private JsonNode lettersNow() {
        return get("/api/v1/dead-letters/letters?cause=" + cause).body().get("items");
    }

    private JsonNode plan() {
        Answer answer = post(
                "/api/v1/dead-letters/redrives",
                "",
                "{\"selection\":{\"cause\":\"%s\",\"topic\":\"student-profiles\",\"group\":\"matching-service\"}}"
                        .formatted(cause));
        assertThat(answer.body().get("redrive").isNull()).isTrue();
        return answer.body().get("plan");
    }

    private Answer begin(int planned, int perMinute, String key) {
        return post(
                "/api/v1/dead-letters/redrives",
                key,
                "{\"selection\":{\"cause\":\"%s\"},\"dryRun\":false,\"planned\":%d,\"perMinute\":%d,\"why\":\"The reader knows the schema now.\"}"
                        .formatted(cause, planned, perMinute));
    }

    private static String id(Answer begun) {
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(200);
        return begun.body().get("redrive").get("id").asString();
    }

    private JsonNode redrive(Answer begun) {
        return get("/api/v1/dead-letters/redrives/" + id(begun)).body();
    }

    private List<String> states(Answer begun) {
        return redrive(begun)
                .get("states")
                .valueStream()
                .map(each -> each.get("sending").asString() + " "
                        + each.get("events").asInt())
                .toList();
    }

    /** What has come to the reader, with a moment more for what should not come. */
    private List<ConsumerRecord<String, byte[]>> arrived(int expected) {
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

    private static void answer(ConsumerRecord<String, byte[]> again, SentAgain.Outcome outcome) {
        Headers headers = new RecordHeaders();
        SentAgain.readFrom(again.headers()).orElseThrow().answer(headers, outcome);
        Surroundings.send(READER.redriven(), again.key(), outcome.name().getBytes(UTF_8), headers);
    }
}
