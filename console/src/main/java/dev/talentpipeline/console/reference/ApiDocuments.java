package dev.talentpipeline.console.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import dev.talentpipeline.console.services.ServiceFault;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI documents of the services and of the console itself, as they look from outside: all under one origin. */
@Component
final class ApiDocuments {

    private static final String SCHEMAS = "#/components/schemas/";

    private final ServiceClient services;
    /** The console's own calls, in the names of schemas and in a URL. */
    static final String OWN = "console";

    private final OpenApiWebMvcResource own;
    private final JsonMapper json;

    ApiDocuments(ServiceClient services, OpenApiWebMvcResource own, JsonMapper json) {
        this.services = services;
        this.own = own;
        this.json = json;
    }

    /** The document of the calls that the console answers itself. */
    ObjectNode own(HttpServletRequest request) {
        try {
            byte[] document = own.openapiJson(request, "/v3/api-docs/" + OWN, Locale.ENGLISH);
            return atThisOrigin(new String(document, StandardCharsets.UTF_8)).orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The console cannot describe its own calls.", e);
        }
    }

    /** The document of one service; empty while the service does not give it. */
    Optional<ObjectNode> of(Service service) {
        try {
            Answer answer = services.get(service, "/v3/api-docs", Map.of("Accept", "application/json"));
            return answer.isSuccess() ? atThisOrigin(text(answer)) : Optional.empty();
        } catch (ServiceFault e) {
            return Optional.empty();
        }
    }

    /**
     * All of them in one. Two services may use one name for two schemas, so every schema carries the name of its service in
     * front, as in `internship.Offer`.
     */
    ObjectNode together(HttpServletRequest request) {
        ObjectNode whole = json.createObjectNode();
        whole.put("openapi", "3.1.0");
        ObjectNode info =
                whole.putObject("info").put("title", "Talent Pipeline").put("version", "v1");
        whole.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = whole.putObject("paths");
        ObjectNode components = whole.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        whole.putArray("security").addObject().putArray("token");
        add(OWN, own(request), paths, schemas);
        List<String> missing = Stream.of(Service.values())
                .filter(service -> !add(service, paths, schemas))
                .map(Service::fullName)
                .toList();
        if (!missing.isEmpty()) {
            info.put("description", "Not in here, because it cannot be reached at the moment: " + missing + ".");
        }
        return whole;
    }

    private boolean add(Service service, ObjectNode paths, ObjectNode schemas) {
        Optional<ObjectNode> document = of(service);
        document.ifPresent(found -> add(service.shortName(), found, paths, schemas));
        return document.isPresent();
    }

    private void add(String name, ObjectNode document, ObjectNode paths, ObjectNode schemas) {
        String prefix = name + ".";
        withSchemasNamed(prefix, document).ifPresent(found -> {
            for (Map.Entry<String, JsonNode> path : found.path("paths").properties()) {
                paths.set(path.getKey(), path.getValue());
            }
            for (Map.Entry<String, JsonNode> schema :
                    found.path("components").path("schemas").properties()) {
                schemas.set(prefix + schema.getKey(), schema.getValue());
            }
        });
    }

    private Optional<ObjectNode> withSchemasNamed(String prefix, ObjectNode document) {
        return read(json.writeValueAsString(document).replace("\"" + SCHEMAS, "\"" + SCHEMAS + prefix));
    }

    private Optional<ObjectNode> atThisOrigin(String document) {
        Optional<ObjectNode> read = read(document);
        read.ifPresent(found -> found.putArray("servers").addObject().put("url", "/"));
        return read;
    }

    private Optional<ObjectNode> read(String document) {
        try {
            return json.readTree(document) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
