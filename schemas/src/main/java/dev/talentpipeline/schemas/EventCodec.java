package dev.talentpipeline.schemas;

import io.apicurio.registry.resolver.SchemaResolverConfig;
import io.apicurio.registry.serde.Legacy4ByteIdHandler;
import io.apicurio.registry.serde.SerdeConfig;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerdeConfig;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.config.IdOption;
import io.apicurio.registry.serde.strategy.TopicIdStrategy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns events into the bytes of a record and back, in the framing that registry-aware tools understand:
 *
 * <pre>
 *   byte 0    bytes 1-4              bytes 5…
 *   +------+------------------------+----------------------------------+
 *   | 0x00 | schema id, big-endian  | Avro binary by that schema       |
 *   +------+------------------------+----------------------------------+
 * </pre>
 *
 * Schemas are looked up in the registry once and kept; they are registered at deployment and never from here. While the registry cannot
 * be reached, a call that needs it waits: that is a fault of the environment, not of the event. Safe for use by many threads.
 */
public final class EventCodec implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventCodec.class);
    private static final int FRAME_BYTES = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    static {
        // Avro builds objects by the names that schemas give, so it must be told whose classes to trust.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT,
                ClassSecurityValidator.builder()
                        .add("dev.talentpipeline.events")
                        .build()));
    }

    private final AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>();
    private final AvroKafkaDeserializer<SpecificRecord> deserializer = new AvroKafkaDeserializer<>();

    /**
     * A codec over the registry.
     *
     * @param registryUrl base URL of the registry, such as {@code http://127.0.0.1:18085}
     */
    public EventCodec(String registryUrl) {
        Map<String, Object> settings = Map.of(
                SerdeConfig.REGISTRY_URL, Registry.nativeApi(registryUrl),
                SerdeConfig.ID_HANDLER, Legacy4ByteIdHandler.class.getName(),
                SerdeConfig.USE_ID, IdOption.contentId.name(),
                SerdeConfig.ENABLE_HEADERS, false,
                SerdeConfig.AUTO_REGISTER_ARTIFACT, false,
                SerdeConfig.ARTIFACT_RESOLVER_STRATEGY, TopicIdStrategy.class.getName(),
                // The schema behind an id never changes, so what is known needs no second look.
                SerdeConfig.CHECK_PERIOD_MS, Duration.ofDays(3650).toMillis(),
                SchemaResolverConfig.FAULT_TOLERANT_REFRESH, true,
                AvroKafkaSerdeConfig.USE_SPECIFIC_AVRO_READER, true);
        serializer.configure(settings, false);
        deserializer.configure(settings, false);
    }

    /** The bytes of the event as its topic's record value. */
    public byte[] encode(SpecificRecord event) {
        Topic<?> topic = Topics.carrying(event.getClass());
        return patiently(topic.name(), () -> serializer.serialize(topic.name(), event));
    }

    /**
     * The event in the bytes.
     *
     * @throws UnreadableEventException if the bytes are not an event of the topic; no retry will help
     */
    public <T extends SpecificRecord> T decode(Topic<T> topic, byte[] bytes) {
        if (bytes.length < FRAME_BYTES || bytes[0] != 0) {
            throw new UnreadableEventException(
                    "record of %d bytes on %s must start with a zero byte and a schema id of 4 bytes. Maybe it was written without the registry's framing."
                            .formatted(bytes.length, topic.name()));
        }
        Object event;
        try {
            event = patiently(topic.name(), () -> deserializer.deserialize(topic.name(), bytes));
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            int schemaId = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
            throw new UnreadableEventException(
                    "record on %s with schema id (%d) must be decodable: %s. Maybe the schema was never registered, or the body is cut off."
                            .formatted(topic.name(), schemaId, RegistryFaults.reason(e)),
                    e);
        }
        if (!topic.type().isInstance(event)) {
            throw new UnreadableEventException("record on %s must be a %s, not a %s."
                    .formatted(
                            topic.name(),
                            topic.type().getSimpleName(),
                            event.getClass().getSimpleName()));
        }
        return topic.type().cast(event);
    }

    /** A serde for Kafka Streams over this codec; it passes tombstones through. */
    public <T extends SpecificRecord> Serde<T> serde(Topic<T> topic) {
        // Kafka's interfaces predate nullness annotations: a null value is a tombstone on both sides.
        return Serdes.serdeFrom((name, event) -> event == null ? null : encode(event), tombstoneAware(topic));
    }

    private <T extends SpecificRecord> Deserializer<T> tombstoneAware(Topic<T> topic) {
        return (name, bytes) -> bytes == null ? null : decode(topic, bytes);
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }

    private static <R> R patiently(String topic, Supplier<R> work) {
        long pauseMs = 50;
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!RegistryFaults.ofTheEnvironment(e)) {
                    throw e;
                }
                LOG.warn("Waiting for the schema registry, needed for {}: {}", topic, RegistryFaults.reason(e));
                pause(pauseMs);
                pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE.toMillis());
            }
        }
    }

    private static void pause(long pauseMs) {
        try {
            Thread.sleep(pauseMs);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
