package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.apicurio.registry.rest.client.RegistryClient;
import io.apicurio.registry.rest.client.RegistryClientFactory;
import io.apicurio.registry.rest.client.exception.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.avro.Schema;

/**
 * Asks the registry which id a schema has and which schema an id has, waiting while the registry cannot be reached. It keeps nothing: the
 * answers never change, and {@link EventCodec} keeps them.
 */
final class SchemaIds implements AutoCloseable {

    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    private final RegistryClient registry;
    private final RegistryCalls calls = new RegistryCalls(ATTEMPT, RegistryCalls.WITHOUT_END);

    SchemaIds(String registryUrl) {
        registry = RegistryClientFactory.create(Registry.nativeApi(registryUrl));
    }

    /** The id under which the topic's schema was registered at deployment. */
    int idOf(Topic<?> topic, Schema schema) {
        byte[] content = schema.toString().getBytes(UTF_8);
        try {
            return Math.toIntExact(calls.answerTo(
                    topic.name(),
                    () -> registry.getArtifactVersionMetaDataByContent(
                                    null, topic.subject(), new ByteArrayInputStream(content))
                            .getContentId()));
        } catch (NotFoundException e) {
            throw new IllegalStateException(
                    "schema of %s must be registered under %s. Maybe the deployment did not run for this version."
                            .formatted(topic.type().getSimpleName(), topic.subject()),
                    e);
        }
    }

    /** The schema that a record says it was written by. */
    Schema schemaOf(Topic<?> topic, int id) {
        try {
            return calls.answerTo(topic.name(), () -> {
                try (InputStream content = registry.getContentById(id)) {
                    return new Schema.Parser().parse(content);
                }
            });
        } catch (NotFoundException e) {
            throw new UnreadableEventException(
                    "schema id (%d) of a record on %s must be registered. Maybe it was written against another registry."
                            .formatted(id, topic.name()),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
