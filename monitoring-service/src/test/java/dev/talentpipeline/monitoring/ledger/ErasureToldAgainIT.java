package dev.talentpipeline.monitoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** While somebody is erased, their keys are taken off the topics again and again. */
class ErasureToldAgainIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String READER = ConsumerGroup.NOTIFICATION_SERVICE.id();

    @Autowired
    private JdbcClient jdbc;

    private final String person = UUID.randomUUID().toString();

    @Test
    void isNoFaultOfItsWriterNorOfAReaderThatErasesAgain() throws Exception {
        String event = UUID.randomUUID().toString();
        RecordMetadata first = erased(event);
        commit(first, "r1 from=%d applied=1 duplicate=0 dead=0 other=0 tail=%d:A1", first.offset());
        await().atMost(SOON).until(() -> compared(first) > first.offset());

        RecordMetadata again = erased(event);
        commit(again, "r1 from=%d applied=2 duplicate=0 dead=0 other=0 tail=%d:A2", first.offset());

        await().atMost(SOON)
                .until(() -> compared(again) > again.offset()
                        && jdbc.sql(
                                        "select compared from journal_copy where topic = ? and partition = ? and \"offset\" = ?")
                                .params(again.topic(), again.partition(), again.offset())
                                .query(Boolean.class)
                                .optional()
                                .orElse(false));
        assertThat(get("/api/v1/ledger/differences?limit=200")
                        .body()
                        .get("items")
                        .valueStream()
                        .map(JsonNode::toString)
                        .filter(difference -> difference.contains(person)))
                .isEmpty();
    }

    private RecordMetadata erased(String event) {
        var headers = new RecordHeaders();
        new EventHeaders(
                        event,
                        "dev.talentpipeline.events.Contact",
                        "internship-service",
                        Instant.EPOCH,
                        person,
                        UUID.randomUUID().toString(),
                        null,
                        null)
                .writeTo(headers);
        return Surroundings.send(Topics.CONTACTS.name(), person, null, headers);
    }

    private void commit(RecordMetadata record, String account, long from) throws Exception {
        assertThat(record.partition()).isEqualTo(ProgrammePartitioner.partitionFor(person, Topics.PARTITIONS));
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Surroundings.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(
                            READER,
                            Map.of(
                                    new TopicPartition(record.topic(), record.partition()),
                                    new OffsetAndMetadata(record.offset() + 1, account.formatted(from, from))))
                    .all()
                    .get();
        }
    }

    private long compared(RecordMetadata record) {
        return jdbc.sql("select compared from ledger_reader where reader = ? and topic = ? and partition = ?")
                .params(READER, record.topic(), record.partition())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }
}
