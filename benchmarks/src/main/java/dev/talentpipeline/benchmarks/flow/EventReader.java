package dev.talentpipeline.benchmarks.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads events as they were written, by the schemas of the registry: without the project's own code for it. Used by one thread. */
final class EventReader implements AutoCloseable {

    /** A zero byte and the number of the schema. */
    private static final int FRAME_BYTES = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final URI registry;
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();

    EventReader(URI registry) {
        this.registry = registry;
    }

    GenericRecord read(byte[] event) {
        ByteBuffer frame = ByteBuffer.wrap(event);
        frame.get();
        GenericDatumReader<GenericRecord> reader =
                readers.computeIfAbsent(frame.getInt(), id -> new GenericDatumReader<>(schema(id)));
        try {
            @Nullable GenericRecord unused = null;
            return reader.read(
                    unused, DecoderFactory.get().binaryDecoder(event, FRAME_BYTES, event.length - FRAME_BYTES, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema schema(int id) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(registry.resolve("/apis/ccompat/v7/schemas/ids/" + id))
                            .build(),
                    BodyHandlers.ofString());
            return new Schema.Parser()
                    .parse(json.readTree(answer.body()).get("schema").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the registry was asked.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
