package dev.talentpipeline.schemas;

import io.apicurio.registry.rest.client.RegistryClient;
import io.apicurio.registry.rest.client.RegistryClientFactory;
import io.apicurio.registry.rest.v2.beans.SearchedVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Asks the registry for all versions of a topic's schema. What a version says never changes, so it is asked for once. Safe for use by many threads. */
public final class SchemaVersions implements AutoCloseable {

    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final int MOST = 500;

    private final RegistryClient registry;
    private final RegistryCalls calls = new RegistryCalls(ATTEMPT, Duration.ZERO);
    private final Map<Long, Schema> contents = new ConcurrentHashMap<>();

    /**
     * A version as the registry has it.
     *
     * @param number 1 for the first
     * @param id the one that stands in records
     */
    public record Version(int number, int id, Schema schema, Instant registeredAt) {}

    /** Asks the registry at that address. */
    public SchemaVersions(String registryUrl) {
        registry = RegistryClientFactory.create(Registry.nativeApi(registryUrl));
    }

    /**
     * The versions of a topic's schema, the first one first. Where the registry does not answer, its client's exception is thrown.
     */
    public List<Version> of(Topic<?> topic) {
        List<SearchedVersion> found = calls.answerTo(
                        topic.name(), () -> registry.listArtifactVersions(null, topic.subject(), 0, MOST))
                .getVersions();
        List<Version> versions = new ArrayList<>();
        for (SearchedVersion version : found) {
            versions.add(new Version(
                    Integer.parseInt(version.getVersion()),
                    Math.toIntExact(version.getContentId()),
                    contents.computeIfAbsent(version.getContentId(), id -> content(topic, id)),
                    version.getCreatedOn().toInstant()));
        }
        versions.sort(Comparator.comparingInt(Version::number));
        return List.copyOf(versions);
    }

    private Schema content(Topic<?> topic, long id) {
        return calls.answerTo(topic.name(), () -> {
            try (InputStream content = registry.getContentById(id)) {
                return new Schema.Parser().parse(content);
            }
        });
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
