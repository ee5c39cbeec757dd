package dev.talentpipeline.kit.description;

import dev.talentpipeline.kit.problem.Problem;
import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of every call that it may be answered by a problem, and what one looks like. */
final class DescribingProblems implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSchemas("Problem", schema());
        document.getComponents()
                .addResponses(
                        "Problem",
                        new ApiResponse()
                                .description("It was refused, or could not be done")
                                .content(DescribingExamples.problemContent()));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operation
                        .getResponses()
                        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem")));
    }

    private static Schema<?> schema() {
        ObjectSchema problem = new ObjectSchema();
        problem.description("Why a request was not carried out (RFC 9457)");
        problem.externalDocs(
                new ExternalDocumentation().description("the types").url(Problem.TYPES));
        problem.addProperty(
                "type", text("below %s; decide by it".formatted(Problem.TYPES)).format("uri"));
        problem.addProperty("title", text("of the status"));
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", text("for people"));
        problem.addProperty("instance", text("the path that was called"));
        problem.addProperty("field", text("what is wrong, where it is one field"));
        problem.addProperty("remedy", text("what to do"));
        problem.addProperty("traceId", text("in which trace it happened; tell it to whoever runs the platform"));
        problem.required(List.of("type", "title", "status", "detail", "instance"));
        problem.additionalProperties(true);
        return problem;
    }

    private static Schema<String> text(String description) {
        StringSchema schema = new StringSchema();
        schema.description(description);
        return schema;
    }
}
