package dev.talentpipeline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The written documents of the API are fit for one client of all of it. */
class ApiDocumentsTest {

    private static final Map<String, JsonNode> DOCUMENTS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        Path folder = new Launcher(Map.of()).checkout().resolve("docs/openapi");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                DOCUMENTS.put(file.getFileName().toString(), JsonMapper.shared().readTree(file));
            }
        }
    }

    @Test
    void everyOperationHasANameOfItsOwnThatReadsAsAVerb() {
        List<String> names = new ArrayList<>();
        forEachOperation((document, path, operation) ->
                names.add(operation.path("operationId").asString()));

        assertThat(names)
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+[A-Z][A-Za-z]+"));
    }

    @Test
    void aTagIsOfOneDocumentAsItsCallsAreOneClassOfAClient() {
        Map<String, String> documents = new TreeMap<>();
        List<String> shared = new ArrayList<>();
        forEachOperation((document, path, operation) -> {
            assertThat(operation.path("tags").size()).as(path).isEqualTo(1);
            String tag = operation.path("tags").get(0).asString();
            if (!documents.computeIfAbsent(tag, first -> document).equals(document)) {
                shared.add(tag);
            }
        });

        assertThat(shared).isEmpty();
    }

    @Test
    void aNameMeansTheSameEverywhere() {
        Map<String, JsonNode> meant = new TreeMap<>();
        List<String> ambiguous = new ArrayList<>();
        DOCUMENTS
                .values()
                .forEach(document -> document.at("/components/schemas")
                        .properties()
                        .forEach(schema -> {
                            if (!meant.computeIfAbsent(schema.getKey(), first -> schema.getValue())
                                    .equals(schema.getValue())) {
                                ambiguous.add(schema.getKey());
                            }
                        }));

        assertThat(meant).hasSizeGreaterThan(100);
        assertThat(ambiguous).isEmpty();
    }

    @Test
    void whatIsSentAndAnsweredHasAName() {
        List<String> nameless = new ArrayList<>();
        forEachOperation((document, path, operation) -> {
            List<JsonNode> contents = new ArrayList<>();
            contents.add(operation.path("requestBody").path("content"));
            operation.path("responses").forEach(response -> contents.add(response.path("content")));
            for (JsonNode content : contents) {
                content.forEach(body -> {
                    JsonNode schema = body.path("schema");
                    if (!schema.has("$ref")
                            && !schema.path("format").asString("").equals("binary")) {
                        nameless.add(path + ": " + schema);
                    }
                });
            }
        });

        assertThat(nameless).isEmpty();
    }

    private interface EachOperation {

        void of(String document, String path, JsonNode operation);
    }

    private static void forEachOperation(EachOperation each) {
        DOCUMENTS.forEach((name, document) -> document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                each.of(name, operation.getKey() + " " + path.getKey(), operation.getValue()))));
    }
}
