package dev.talentpipeline.monitoring.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.kafka.ReaderReport;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.SchemaFingerprint;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import io.apicurio.registry.rest.client.RegistryClient;
import io.apicurio.registry.rest.client.RegistryClientFactory;
import io.apicurio.registry.rest.v2.beans.IfExists;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** From versions that the registry has, and records that were written by them, to who reads which as which. */
class SchemasIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void whoWritesByWhichVersionIsSeenAndAsWhichItIsRead() throws Exception {
        Schema later = registered(
                Topics.CUTOFFS,
                "\"fields\":[",
                "\"fields\":[{\"name\":\"note\",\"type\":\"string\",\"default\":\"none\"},");
        int id = idOf(Topics.CUTOFFS, later);
        write(Topics.CUTOFFS, later, id);

        await().atMost(SOON)
                .until(() -> topic(Topics.CUTOFFS)
                        .path("writers")
                        .valueStream()
                        .anyMatch(each -> each.get("id").asInt() == id
                                && !each.get("version").isNull()));
        JsonNode cutoffs = topic(Topics.CUTOFFS);
        int second = cutoffs.get("versions").get(1).get("version").asInt();
        assertThat(cutoffs.get("versions").get(1).get("differences"))
                .hasToString("[{\"field\":\"note\",\"change\":\"ADDED\",\"before\":null,\"after\":\"string = none\"}]");
        assertThat(cutoffs.get("writers").valueStream())
                .anyMatch(each -> each.get("service").asString().equals("matching-service")
                        && each.get("version").asInt() == second);
        JsonNode reader = reader(Topics.CUTOFFS, "monitoring-service");
        assertThat(reader.get("version").asInt()).isEqualTo(1);
        assertThat(reader.get("takes")
                        .valueStream()
                        .filter(each -> each.get("written").asInt() == second))
                .singleElement()
                .satisfies(taking -> assertThat(
                                taking.get("differences").get(0).get("change").asString())
                        .isEqualTo("REMOVED"));
    }

    @Test
    void aReaderSaysAsWhatItReads() {
        var story = Story.fresh();
        RecordMetadata event = story.send(
                Topics.OFFERS,
                story.offerKey(),
                1,
                story.offerEvent(1, OfferState.EXTENDED, null),
                UUID.randomUUID().toString(),
                null);

        commit(event, SchemaFingerprint.compiledFor(Topics.OFFERS));
        await().atMost(SOON)
                .until(() -> reader(Topics.OFFERS, "notification-service")
                        .path("said")
                        .asBoolean());
        assertThat(reader(Topics.OFFERS, "notification-service").get("version").asInt())
                .isEqualTo(1);
        assertThat(reader(Topics.OFFERS, "matching-service").get("said").asBoolean())
                .isFalse();

        commit(event, "0123");
        await().atMost(SOON)
                .until(() -> reader(Topics.OFFERS, "notification-service")
                        .path("version")
                        .isNull());
        assertThat(get(TestTokens.shared().token(Role.UNIVERSITY, "u-1"), "/api/v1/schemas")
                        .status())
                .isEqualTo(403);
    }

    private JsonNode topic(Topic<?> topic) {
        return get("/api/v1/schemas")
                .body()
                .get("topics")
                .valueStream()
                .filter(each -> each.get("topic").asString().equals(topic.name()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private JsonNode reader(Topic<?> topic, String group) {
        return topic(topic)
                .path("readers")
                .valueStream()
                .filter(each -> each.get("group").asString().equals(group))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Registers the topic's schema with something replaced, and gives it. */
    private static Schema registered(Topic<?> topic, String what, String by) throws IOException {
        String text = Cutoff.getClassSchema().toString();
        Schema later = new Schema.Parser().parse(text.replaceFirst(Pattern.quote(what), by));
        try (RegistryClient registry = RegistryClientFactory.create(Surroundings.registryUrl() + "/apis/registry/v2")) {
            registry.createArtifact(
                    null,
                    topic.subject(),
                    "AVRO",
                    IfExists.RETURN_OR_UPDATE,
                    new ByteArrayInputStream(later.toString().getBytes(UTF_8)));
        }
        return later;
    }

    private static int idOf(Topic<?> topic, Schema schema) throws IOException {
        try (RegistryClient registry = RegistryClientFactory.create(Surroundings.registryUrl() + "/apis/registry/v2")) {
            return Math.toIntExact(registry.getArtifactVersionMetaDataByContent(
                            null,
                            topic.subject(),
                            new ByteArrayInputStream(schema.toString().getBytes(UTF_8)))
                    .getContentId());
        }
    }

    private static void write(Topic<?> topic, Schema schema, int id) throws IOException {
        String programme = "p-" + UUID.randomUUID();
        GenericRecord event = new GenericRecordBuilder(schema)
                .set("programmeId", programme)
                .set("internshipId", "i-1")
                .set("version", 1L)
                .set("clearing", 1L)
                .set("seats", 1)
                .set("taken", 1)
                .set("full", true)
                .build();
        var bytes = new ByteArrayOutputStream();
        var frame = new DataOutputStream(bytes);
        frame.writeByte(0);
        frame.writeInt(id);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(event, encoder);
        Headers headers = new RecordHeaders();
        String key = Topic.key(programme, "i-1");
        Surroundings.headers(
                        topic,
                        UUID.randomUUID().toString(),
                        key,
                        Instant.now(),
                        UUID.randomUUID().toString(),
                        null)
                .writeTo(headers);
        Surroundings.send(topic.name(), key, bytes.toByteArray(), headers);
    }

    /** As a reader does that reads as a version of its own. */
    private static void commit(RecordMetadata record, String schema) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var report = new ReaderReport(record.offset() + 1, 0, 0, 0, 0, schema, List.of(), List.of());
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Surroundings.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "notification-service",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1, report.encoded())));
        }
    }
}
