package dev.talentpipeline.monitoring.schema.kafka;

import dev.talentpipeline.monitoring.schema.Registered;
import dev.talentpipeline.monitoring.schema.RegisteredSchemas;
import dev.talentpipeline.schemas.SchemaDifference;
import dev.talentpipeline.schemas.SchemaFingerprint;
import dev.talentpipeline.schemas.SchemaVersions;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks the registry for the versions of every topic's schema. */
@Component
final class RegistrySchemas implements RegisteredSchemas, DisposableBean {

    private final SchemaVersions versions;

    RegistrySchemas(@Value("${talentpipeline.registry-url}") String registryUrl) {
        versions = new SchemaVersions(registryUrl);
    }

    @Override
    public List<Registered> look() {
        List<Registered> all = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            all.add(registered(topic, versions.of(topic)));
        }
        return all;
    }

    private static Registered registered(Topic<?> topic, List<SchemaVersions.Version> versions) {
        Map<Integer, Schema> schemas = versions.stream()
                .collect(Collectors.toUnmodifiableMap(SchemaVersions.Version::number, SchemaVersions.Version::schema));
        return new Registered(
                topic.name(),
                topic.type().getName(),
                topic.subject(),
                SchemaFingerprint.compiledFor(topic),
                versions.stream()
                        .map(version -> new Registered.Version(
                                version.number(),
                                version.id(),
                                SchemaFingerprint.of(version.schema()),
                                version.registeredAt()))
                        .toList(),
                (from, to) -> SchemaDifference.between(
                        Objects.requireNonNull(schemas.get(from)), Objects.requireNonNull(schemas.get(to))));
    }

    @Override
    public void destroy() {
        versions.close();
    }
}
