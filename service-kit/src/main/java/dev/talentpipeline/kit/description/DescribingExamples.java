package dev.talentpipeline.kit.description;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * Puts the examples where the OpenAPI document has a place for them, and the order in which they follow from each other into the extension
 * {@value #STORY}. An example of what is not there is a fault of the service.
 */
final class DescribingExamples implements OpenApiCustomizer {

    /** Of an operation: the examples of it, each with its place in the story, who calls, and the status of the answer. */
    static final String STORY = "x-examples";

    private static final String PROBLEM = "application/problem+json";

    private final List<Example> examples;

    DescribingExamples(List<Example> examples) {
        this.examples = List.copyOf(examples);
    }

    @Override
    public void customise(OpenAPI document) {
        // Two operations are equal that say the same, and what one says changes here.
        IdentityHashMap<Operation, List<Map<String, Object>>> stories = new IdentityHashMap<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            Operation operation = operation(document, example);
            describe(operation, example);
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("name", example.name());
            place.put("order", i + 1);
            place.put("by", example.by());
            place.put("status", example.status());
            place.put("parameters", new TreeMap<>(example.parameters()));
            stories.computeIfAbsent(operation, first -> new ArrayList<>()).add(place);
        }
        stories.forEach((operation, story) -> operation.addExtension(STORY, story));
    }

    private static Operation operation(OpenAPI document, Example example) {
        PathItem path = document.getPaths().get(example.path());
        Operation operation =
                path == null ? null : path.readOperationsMap().get(PathItem.HttpMethod.valueOf(example.method()));
        if (operation == null) {
            throw new IllegalStateException(
                    "example (%s) must be of an operation that is there. Maybe its path is another by now."
                            .formatted(example.operation()));
        }
        return operation;
    }

    private static void describe(Operation operation, Example example) {
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            String value = example.parameters().get(parameter.getName());
            if (value != null) {
                parameter.addExample(example.name(), new io.swagger.v3.oas.models.examples.Example().value(value));
            }
        }
        JsonNode request = example.request();
        if (request != null) {
            Objects.requireNonNull(operation.getRequestBody(), example.operation())
                    .getContent()
                    .values()
                    .forEach(content -> content.addExamples(example.name(), shown(request)));
        }
        ApiResponses responses = operation.getResponses();
        ApiResponse response = responses.computeIfAbsent(
                Integer.toString(example.status()),
                status -> example.isProblem() ? problem(example) : like(responses.get("200"), example));
        JsonNode answer = example.response();
        if (answer != null) {
            Content content = response.getContent();
            if (content != null) {
                content.values().forEach(type -> type.addExamples(example.name(), shown(answer)));
            }
        }
    }

    private static ApiResponse like(@Nullable ApiResponse usual, Example example) {
        ApiResponse response = new ApiResponse().description(reason(example));
        if (usual != null && usual.getContent() != null) {
            Content content = new Content();
            usual.getContent()
                    .forEach((type, body) -> content.addMediaType(type, new MediaType().schema(body.getSchema())));
            response.setContent(content);
        }
        return response;
    }

    static ApiResponse problem(Example example) {
        return new ApiResponse().description(reason(example)).content(problemContent());
    }

    static Content problemContent() {
        return new Content()
                .addMediaType(PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
    }

    private static String reason(Example example) {
        return HttpStatus.valueOf(example.status()).getReasonPhrase();
    }

    /** In the form of the JSON library that writes the document, which would leave fields that are null out of any other. */
    private static io.swagger.v3.oas.models.examples.Example shown(JsonNode value) {
        try {
            return new io.swagger.v3.oas.models.examples.Example()
                    .value(Json.mapper().readTree(value.toString()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("JSON that was written is JSON that can be read.", e);
        }
    }
}
