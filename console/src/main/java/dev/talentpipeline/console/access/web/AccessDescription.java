package dev.talentpipeline.console.access.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** Describes the two calls that internship-service decides and the console answers: they are routes, which describe nothing by themselves. */
@Configuration(proxyBeanMethods = false)
class AccessDescription {

    private static final String ACCESS = "Access";
    private static final String CLAIM = "RollClaimBody";

    @Bean
    OpenApiCustomizer describingAccess() {
        return document -> {
            document.getComponents().addSchemas(ACCESS, access()).addSchemas(CLAIM, claim());
            add(
                    document,
                    "/api/v1/people/{person}/access",
                    operation(
                                    "giveAccess",
                                    "Ask for access on behalf of a student (their university; on record)",
                                    "Access")
                            .addParametersItem(new PathParameter()
                                    .name("person")
                                    .required(true)
                                    .schema(text())));
            add(
                    document,
                    "/api/v1/roll-claims",
                    operation(
                                    "claimRollEntry",
                                    "Claim your entry of the roll with the secret of your link (no token)",
                                    "Access")
                            .addParametersItem(new HeaderParameter()
                                    .name("Idempotency-Key")
                                    .description("with it the claim can be repeated for 10 minutes")
                                    .schema(text()))
                            .requestBody(new RequestBody().required(true).content(json(CLAIM))));
        };
    }

    private static void add(OpenAPI document, String path, Operation operation) {
        document.getPaths().addPathItem(path, new PathItem().post(operation));
    }

    private static Operation operation(String id, String summary, String tag) {
        return new Operation()
                .operationId(id)
                .summary(summary)
                .addTagsItem(tag)
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("A token, and a link that opens a session once")
                                        .addHeaderObject(HttpHeaders.CACHE_CONTROL, new Header().schema(text()))
                                        .content(json(ACCESS))));
    }

    private static Content json(String schema) {
        return new Content()
                .addMediaType(
                        "application/json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }

    private static Schema<?> access() {
        Schema<?> access = object();
        access.addProperty("person", text().format("uuid"));
        access.addProperty("access_token", text());
        access.addProperty("token_type", text());
        access.addProperty("expires_in", new Schema<>().types(Set.of("integer")).format("int64"));
        access.addProperty("link", text().format("uri"));
        return access.required(List.of("person", "access_token", "token_type", "expires_in", "link"));
    }

    private static Schema<?> claim() {
        Schema<?> claim = object();
        claim.addProperty("secret", text());
        claim.addProperty("email", text().format("email"));
        claim.addProperty("language", text());
        return claim.required(List.of("secret"));
    }

    private static Schema<?> object() {
        return new Schema<>().types(Set.of("object"));
    }

    private static Schema<?> text() {
        return new Schema<>().types(Set.of("string"));
    }
}
