package dev.talentpipeline.monitoring;

import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real broker, database and registry. Tests share them, and so choose ids of their own. */
public final class Surroundings {

    private static final Infrastructure INFRASTRUCTURE = Infrastructure.shared();
    private static final EventCodec CODEC = new EventCodec(INFRASTRUCTURE.registryUrl());
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    INFRASTRUCTURE.bootstrapServers(),
                    ProducerConfig.PARTITIONER_CLASS_CONFIG,
                    ProgrammePartitioner.class.getName()),
            new StringSerializer(),
            new ByteArraySerializer());

    private Surroundings() {}

    static void register(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", INFRASTRUCTURE::bootstrapServers);
        properties.add("spring.datasource.url", () -> INFRASTRUCTURE.jdbcUrl("monitoring"));
        properties.add("spring.datasource.username", INFRASTRUCTURE::username);
        properties.add("spring.datasource.password", INFRASTRUCTURE::password);
        properties.add("talentpipeline.registry-url", INFRASTRUCTURE::registryUrl);
        properties.add("talentpipeline.jwk-set-uri", TestTokens.shared()::jwkSetUri);
        properties.add("talentpipeline.lag.every", () -> "300ms");
        properties.add("talentpipeline.lag.patience", () -> "1500ms");
        properties.add("talentpipeline.lag.tolerated", () -> "1s");
        properties.add("talentpipeline.expectations.every", () -> "300ms");
        properties.add("talentpipeline.service-levels.every", () -> "300ms");
        properties.add("talentpipeline.schemas.every", () -> "500ms");
        properties.add("talentpipeline.flow.every", () -> "500ms");
        properties.add("talentpipeline.ledger.every", () -> "300ms");
        properties.add("talentpipeline.ledger.settling", () -> "1s");
    }

    public static String bootstrapServers() {
        return INFRASTRUCTURE.bootstrapServers();
    }

    public static String registryUrl() {
        return INFRASTRUCTURE.registryUrl();
    }

    /** Sends an event as its writer would; returns where it stands. */
    public static RecordMetadata publish(String key, SpecificRecord event, EventHeaders headers) {
        Headers written = new RecordHeaders();
        headers.writeTo(written);
        return send(Topics.carrying(event.getClass()).name(), key, CODEC.encode(event), written);
    }

    /** An event as bytes. */
    public static byte[] encode(SpecificRecord event) {
        return CODEC.encode(event);
    }

    /** Headers of an event that a service wrote. */
    public static EventHeaders headers(
            Topic<?> topic, String eventId, String key, Instant writtenAt, String correlationId, String causationId) {
        return new EventHeaders(
                eventId,
                topic.type().getName(),
                topic.writer(),
                writtenAt,
                key,
                correlationId,
                causationId,
                "00-" + correlationId.replace("-", "") + "-00f067aa0ba902b7-01");
    }

    /** Sends bytes as they are; null is a tombstone. Returns where they stand. */
    public static RecordMetadata send(String topic, String key, byte[] value, Headers headers) {
        try {
            return PRODUCER.send(new ProducerRecord<>(topic, null, key, value, headers))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
