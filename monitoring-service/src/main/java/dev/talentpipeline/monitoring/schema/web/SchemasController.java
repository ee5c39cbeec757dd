package dev.talentpipeline.monitoring.schema.web;

import dev.talentpipeline.monitoring.schema.ComparingSchemas;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which versions of each schema there are, and who writes and reads them. */
@RestController
@RequestMapping("/api/v1/schemas")
@Tag(name = "Schemas", description = "Versions of schemas, who writes which, and what readers make of them.")
final class SchemasController {

    private final ComparingSchemas schemas;

    SchemasController(ComparingSchemas schemas) {
        this.schemas = schemas;
    }

    @GetMapping
    @Operation(
            operationId = "getSchemas",
            summary = "Shows the versions of each topic's schema, who writes which and who reads which as what",
            description = "Writers are seen by the schema's id in their records; readers say as what they read.")
    SchemasAnswer show() {
        return SchemasAnswer.of(schemas.seen());
    }
}
