package dev.talentpipeline.monitoring.ledger;

import static org.awaitility.Awaitility.await;

import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How tests write to topics, speak for readers and writers, and see what differs. */
abstract class LedgerSurroundings extends RunningService {

    static final Duration SOON = Duration.ofSeconds(20);
    static final Instant THEN = Instant.parse("2026-11-24T02:00:00Z");

    @Autowired
    JdbcClient jdbc;

    static RecordMetadata send(Story story, Topic<?> topic, String key, SpecificRecord event, String id) {
        return story.send(topic, key, 5, event, id, null);
    }

    static void commit(RecordMetadata record, String account, String group) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Surroundings.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(record.topic(), record.partition());
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1, account)));
        }
    }

    /** Waits until so many entries of the key were looked at. */
    final void untilFollowed(Topic<?> topic, String key, int entries) {
        await().atMost(SOON)
                .until(() -> jdbc.sql("""
                    select count(*) >= ? and coalesce(bool_and(place."offset" >= journal."offset"), false)
                    from journal
                    left join journal_followed place
                        on follower = 'ledger' and place.topic = journal.topic and place.partition = journal.partition
                    where journal.topic = ? and journal.key = ?
                    """)
                        .params(entries, topic.name(), key)
                        .query(Boolean.class)
                        .single());
    }

    final List<String> kinds(Story story) {
        return differences(story.programmeId()).stream()
                .map(each -> each.get("difference").asString())
                .toList();
    }

    final List<JsonNode> differences(String programme) {
        return all("").stream()
                .filter(each -> programme.equals(each.path("programme").asString(null)))
                .toList();
    }

    /** All pages, small ones, so that these are turned as well. */
    final List<JsonNode> all(String kind) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/v1/ledger/differences?limit=9" + (kind.isEmpty() ? "" : "&difference=" + kind)
                            + cursor)
                    .body();
            page.get("items").forEach(all::add);
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asString();
        } while (cursor != null);
        return all;
    }
}
