package dev.talentpipeline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.client.PipelineClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Reads a proposal with nothing of the project's own: plain Kafka, the registry's Confluent-compatible interface, generic Avro. */
class WireFormatIT {

    @Test
    void aProposalDecodesWithTheSchemaThatTheRegistryReturnsForItsId() throws IOException, InterruptedException {
        // given
        PipelineClient client = RunningStack.shared().client();
        Season season = Season.open(client, Map.of("clearingInterval", "PT0.2S"));
        String internship = season.postInternship("R1", Map.of()).get("id").asString();
        String student = season.postStudent("S1", Map.of()).get("id").asString();

        // when
        ConsumerRecord<String, byte[]> proposal = proposalFor(client, season.programme());
        ByteBuffer frame = ByteBuffer.wrap(proposal.value());
        byte magic = frame.get();
        int schemaId = frame.getInt();
        Schema schema = schemaById(client, schemaId);
        GenericRecord decoded = new GenericDatumReader<GenericRecord>(schema)
                .read(
                        null,
                        DecoderFactory.get()
                                .binaryDecoder(proposal.value(), frame.position(), frame.remaining(), null));

        // then
        assertThat(magic).isZero();
        assertThat(proposal.key()).isEqualTo(season.programme() + "/" + student);
        assertThat(schema.getFullName()).isEqualTo("dev.talentpipeline.events.PlacementOffer");
        assertThat(decoded.get("studentId")).hasToString(student);
        assertThat(decoded.get("internshipId")).hasToString(internship);
        assertThat(proposal.headers()).extracting(Header::key).contains("ce_id", "ce_type", "ce_source", "ce_time");
    }

    private static ConsumerRecord<String, byte[]> proposalFor(PipelineClient client, String programme) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                client.stack().kafka(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(
                    "placement-offers", ProgrammePartitioner.partitionFor(programme, Topics.PARTITIONS));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return await().atMost(Duration.ofSeconds(30))
                    .until(() -> firstOf(consumer, programme), found -> found != null);
        }
    }

    private static @org.jspecify.annotations.Nullable ConsumerRecord<String, byte[]> firstOf(
            KafkaConsumer<String, byte[]> consumer, String programme) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            if (record.key().startsWith(programme + "/")) {
                return record;
            }
        }
        return null;
    }

    private static Schema schemaById(PipelineClient client, int id) throws IOException, InterruptedException {
        URI uri = client.stack().registry().resolve("/apis/ccompat/v7/schemas/ids/" + id);
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
            return new Schema.Parser()
                    .parse(JsonMapper.shared().readTree(body).get("schema").asString());
        }
    }
}
