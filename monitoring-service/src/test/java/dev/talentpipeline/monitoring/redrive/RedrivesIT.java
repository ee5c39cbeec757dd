package dev.talentpipeline.monitoring.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.kit.ExampleStory;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.databind.JsonNode;

/** Dead letters from the desk to their reader and back. */
class RedrivesIT extends RedriveSurroundings {

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
}
