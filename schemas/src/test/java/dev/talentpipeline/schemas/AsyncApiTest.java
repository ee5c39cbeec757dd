package dev.talentpipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The written document of the declared flow is what the catalogue says, and AsyncAPI 3. */
class AsyncApiTest {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    /** The schema that AsyncAPI publishes for its documents, with those of all bindings and of Avro in it, as it stands in their package {@code @asyncapi/specs} 6.11.1 (Apache 2.0). */
    private static final Path PUBLISHED = Path.of("src", "test", "resources", "asyncapi", "3.0.0.json");

    private static final Path WRITTEN = Path.of("..", "docs", "asyncapi.yaml");

    @Test
    void theWrittenDocumentIsWhatTheCatalogueSays() throws IOException {
        String now = YAML.writeValueAsString(AsyncApiDocument.of(Channels.ALL));
        Path renewed = Path.of("target", "asyncapi.yaml");
        Files.createDirectories(renewed.getParent());
        Files.writeString(renewed, now);

        assertThat(Files.exists(WRITTEN) ? Files.readString(WRITTEN) : "")
                .as(
                        "If the difference is meant: cp %s %s",
                        renewed.toAbsolutePath(), WRITTEN.toAbsolutePath().normalize())
                .isEqualTo(now);
    }

    @Test
    void itIsAnAsyncApiDocument() throws IOException {
        assertThat(faults(YAML.valueToTree(AsyncApiDocument.of(Channels.ALL)))).isEmpty();
    }

    @Test
    void whatIsNoneIsNotTakenForOne() throws IOException {
        ObjectNode document = YAML.valueToTree(AsyncApiDocument.of(Channels.ALL));
        ObjectNode operation = (ObjectNode) document.path("operations").path("internship-service-sends-offers");
        operation.put("action", "publish");
        assertThat(faults(document)).isNotEmpty();

        document = YAML.valueToTree(AsyncApiDocument.of(Channels.ALL));
        ObjectNode field = (ObjectNode) document.at("/components/messages/Offer/payload/schema/fields/0");
        field.put("name", "no name");
        assertThat(faults(document)).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = YAML.valueToTree(AsyncApiDocument.of(Channels.ALL));

        List<String> references = document.findValuesAsString("$ref");

        assertThat(references).hasSizeGreaterThan(100);
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyTopicHasWhoWritesAndWhoReadsIt() {
        assertThat(Channels.ALL).allSatisfy(channel -> {
            assertThat(channel.writers()).as(channel.name()).hasSize(1);
            assertThat(channel.readers()).as(channel.name()).isNotEmpty();
        });
        assertThat(new TreeSet<>(Channels.ALL.stream().map(Channel::name).toList()))
                .hasSameSizeAs(Channels.ALL);
        assertThat(named("offers").readers())
                .containsExactly("matching-service", "monitoring-service", "notification-service");
        assertThat(named("offers-matching-service-dlt").settings()).containsEntry("max.message.bytes", "4194304");
        assertThat(named("matching-service-redrive").writers()).containsExactly("monitoring-service");
        assertThat(named("matching-service-redriven").readers()).containsExactly("monitoring-service");
    }

    private static Channel named(String name) {
        return Channels.ALL.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> faults(JsonNode document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(PUBLISHED))
                .validate(document)
                .stream()
                .map(Object::toString)
                .limit(8)
                .toList();
    }
}
