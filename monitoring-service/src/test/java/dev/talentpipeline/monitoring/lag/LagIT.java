package dev.talentpipeline.monitoring.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Readers that get on, stand still and go away, as operations sees them. The test reads in the place of notification-service. */
class LagIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String READER = ConsumerGroup.NOTIFICATION_SERVICE.id();

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aReaderThatStandsStillIsStuckWithWhatWaitsUntilItGoesOn() {
        try (var consumer = reader()) {
            readAll(consumer);
            await().atMost(SOON).until(() -> "OK".equals(state()));

            var story = Story.fresh();
            for (int i = 0; i < 3; i++) {
                story = Story.fresh();
                story.offer(1, OfferState.EXTENDED, null);
                story.offer(2, OfferState.DECLINED, null);
            }
            await().atMost(SOON).until(() -> "STUCK".equals(state()));

            JsonNode group = group();
            assertThat(group.get("running").asBoolean()).isTrue();
            assertThat(group.get("events").asLong()).isEqualTo(6);
            assertThat(group.get("waiting").valueStream())
                    .filteredOn(waiting -> waiting.get("kind").asString().equals("OFFER"))
                    .singleElement()
                    .satisfies(offers ->
                            assertThat(offers.get("entities").asLong()).isEqualTo(3));

            assertThat(hasRead(story.offerId())).isFalse();
            readAll(consumer);
            await().atMost(SOON)
                    .until(() -> "OK".equals(state()) && group().get("events").asLong() == 0);
            assertThat(hasRead(story.offerId())).isTrue();
        }
        await().atMost(SOON).until(() -> "STOPPED".equals(state()));
    }

    @Test
    void whatIsSentAgainWaitsAsWell() {
        try (var consumer = reader()) {
            readAll(consumer);
            await().atMost(SOON).until(() -> waitingToBeReadAgain() == 0);
            Surroundings.send(ConsumerGroup.NOTIFICATION_SERVICE.redrive(), "p/o", new byte[] {1}, new RecordHeaders());

            await().atMost(SOON).until(() -> waitingToBeReadAgain() == 1);

            readAll(consumer);
            await().atMost(SOON).until(() -> waitingToBeReadAgain() == 0);
        }
    }

    private long waitingToBeReadAgain() {
        return group().get("partitions")
                .valueStream()
                .filter(partition ->
                        partition.get("topic").asString().equals(ConsumerGroup.NOTIFICATION_SERVICE.redrive()))
                .mapToLong(partition -> partition.get("events").asLong())
                .sum();
    }

    @Test
    void theMapShowsWhoWritesAndReadsAndWhoShouldNot() {
        Story.fresh().happens();
        try (var stranger = consumer("a-stranger")) {
            stranger.subscribe(List.of(Topics.CUTOFFS.name()));
            await().atMost(SOON).until(() -> {
                stranger.poll(Duration.ofMillis(100));
                stranger.commitSync();
                return Objects.equals(drift(topic("cutoffs"), "readers", "group", "a-stranger"), "UNDECLARED");
            });
        }
        await().atMost(SOON)
                .until(() -> get("/api/v1/lag")
                        .body()
                        .get("groups")
                        .valueStream()
                        .noneMatch(group -> group.get("group").asString().equals("a-stranger")));
        await().atMost(SOON)
                .until(() -> drift(topic("notices"), "writers", "service", "notification-service") != null
                        && topic("notices")
                                        .get("writers")
                                        .get(0)
                                        .get("perSecond")
                                        .asDouble()
                                > 0);

        JsonNode writer = topic("notices").get("writers").get(0);
        assertThat(writer.get("drift").asString()).isEqualTo("NONE");
        assertThat(writer.get("events").asLong()).isPositive();
        assertThat(writer.get("delay").get("p50Ms").asLong()).isPositive();
        // Whoever has not begun to read is missing after a minute.
        jdbc.sql("update writer set first_at = first_at - interval '2 minutes'").update();
        assertThat(drift(topic("notices"), "readers", "group", "internship-service"))
                .isEqualTo("MISSING");
        assertThat(drift(topic("notices"), "readers", "group", "monitoring-service"))
                .isEqualTo("NONE");
    }

    @Test
    void onlyOperationsLook() {
        String company = TestTokens.shared().token(Role.COMPANY, "co-gulan");
        for (String path : List.of("/api/v1/lag", "/api/v1/flows", "/api/v1/dead-letters")) {
            assertThat(get(company, path).status()).as(path).isEqualTo(403);
            assertThat(get(path).status()).as(path).isEqualTo(200);
        }
    }

    private static KafkaConsumer<String, byte[]> reader() {
        var consumer = consumer(READER);
        consumer.subscribe(Stream.concat(
                        ConsumerGroup.NOTIFICATION_SERVICE.topics().stream().map(Topic::name),
                        Stream.of(ConsumerGroup.NOTIFICATION_SERVICE.redrive()))
                .toList());
        return consumer;
    }

    private static KafkaConsumer<String, byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Surroundings.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Reads until nothing more comes. */
    private static void readAll(KafkaConsumer<String, byte[]> consumer) {
        await().atMost(SOON).until(() -> {
            consumer.poll(Duration.ofMillis(200));
            return !consumer.assignment().isEmpty()
                    && consumer.endOffsets(consumer.assignment()).entrySet().stream()
                            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
        consumer.commitSync();
    }

    /** Whether the reader has come past the latest event of an offer. */
    private boolean hasRead(String offer) {
        return get("/api/v1/journeys/" + offer)
                .body()
                .get("items")
                .get(1)
                .get("readers")
                .valueStream()
                .filter(reader -> reader.get("group").asString().equals(READER))
                .findFirst()
                .orElseThrow()
                .get("past")
                .asBoolean();
    }

    private String state() {
        JsonNode group = group();
        return group == null ? null : group.get("state").asString();
    }

    private JsonNode group() {
        return get("/api/v1/lag")
                .body()
                .get("groups")
                .valueStream()
                .filter(group -> group.get("group").asString().equals(READER))
                .findFirst()
                .orElse(null);
    }

    private JsonNode topic(String name) {
        return get("/api/v1/flows")
                .body()
                .get("topics")
                .valueStream()
                .filter(topic -> topic.get("topic").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String drift(JsonNode topic, String side, String named, String who) {
        return topic.get(side)
                .valueStream()
                .filter(each -> each.get(named).asString().equals(who))
                .map(each -> each.get("drift").asString())
                .findFirst()
                .orElse(null);
    }
}
