package dev.talentpipeline.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

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

    private static final String EVENTS = "dev.talentpipeline.events";
    private static final int FRAME_BYTES = 1 + Integer.BYTES;
    private static final int TYPICAL_EVENT_BYTES = 512;

    static {
        // Avro builds objects by the names that schemas give, so it must be told whose classes to trust.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getPackageName().equals(EVENTS)));
    }

    private final SchemaIds registry;
    private final Map<Class<?>, Writing> writing = new ConcurrentHashMap<>();
    private final Map<Reading, SpecificDatumReader<SpecificRecord>> reading = new ConcurrentHashMap<>();

    private record Writing(int schemaId, SpecificDatumWriter<SpecificRecord> writer) {}

    private record Reading(int schemaId, Topic<?> topic) {}

    /**
     * A codec over the registry.
     *
     * @param registryUrl base URL of the registry, such as {@code http://127.0.0.1:18085}
     */
    public EventCodec(String registryUrl) {
        registry = new SchemaIds(registryUrl);
    }

    /** The bytes of the event as its topic's record value. */
    public byte[] encode(SpecificRecord event) {
        Writing writing = this.writing.computeIfAbsent(event.getClass(), type -> writing(event));
        var bytes = new ByteArrayOutputStream(TYPICAL_EVENT_BYTES);
        bytes.write(0);
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(writing.schemaId()).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writing.writer().write(event, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
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
        int schemaId = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        SpecificDatumReader<SpecificRecord> reader =
                reading.computeIfAbsent(new Reading(schemaId, topic), this::reader);
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, FRAME_BYTES, bytes.length - FRAME_BYTES, null);
        try {
            T event = topic.type().cast(reader.read(null, decoder));
            if (!decoder.isEnd()) {
                throw unreadable(topic, schemaId, "bytes are left over after the event");
            }
            return event;
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new UnreadableEventException(
                    message(topic, schemaId, "the body is cut off or was written by another schema"), e);
        }
    }

    @Override
    public void close() {
        registry.close();
    }

    private Writing writing(SpecificRecord event) {
        Topic<?> topic = Topics.carrying(event.getClass());
        return new Writing(registry.idOf(topic, event.getSchema()), new SpecificDatumWriter<>(event.getSchema()));
    }

    private SpecificDatumReader<SpecificRecord> reader(Reading reading) {
        Schema written = registry.schemaOf(reading.topic(), reading.schemaId());
        Schema expected = SpecificData.get().getSchema(reading.topic().type());
        if (!written.getFullName().equals(expected.getFullName())) {
            throw unreadable(
                    reading.topic(),
                    reading.schemaId(),
                    "the event is a %s, not a %s".formatted(written.getName(), expected.getName()));
        }
        return new SpecificDatumReader<>(
                written, expected, SpecificData.getForClass(reading.topic().type()));
    }

    private static UnreadableEventException unreadable(Topic<?> topic, int schemaId, String why) {
        return new UnreadableEventException(message(topic, schemaId, why));
    }

    private static String message(Topic<?> topic, int schemaId, String why) {
        return "record on %s with schema id (%d) must be readable, but %s.".formatted(topic.name(), schemaId, why);
    }
}
