package dev.talentpipeline.kit.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of calls that carry or answer bytes that these are the bytes of a file. Left alone they are described as a text of JSON in Base64, which they are not. */
final class DescribingFiles implements OpenApiCustomizer {

    private static final String BYTES = "application/octet-stream";

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(DescribingFiles::contents)
                .forEach(DescribingFiles::describe);
    }

    private static Stream<Content> contents(Operation operation) {
        Stream<Content> answered = operation.getResponses().values().stream()
                .map(response -> response.getContent())
                .filter(content -> content != null);
        return operation.getRequestBody() == null
                ? answered
                : Stream.concat(answered, Stream.of(operation.getRequestBody().getContent()));
    }

    private static void describe(Content content) {
        if (content.values().stream().anyMatch(body -> isBytes(body.getSchema()))) {
            content.clear();
            content.addMediaType(
                    BYTES,
                    new MediaType()
                            .schema(new Schema<>().types(Set.of("string")).format("binary")));
        }
    }

    private static boolean isBytes(@Nullable Schema<?> schema) {
        return schema != null && "byte".equals(schema.getFormat());
    }
}
