package dev.talentpipeline.console.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import dev.talentpipeline.console.services.ServiceFault;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * All of them in one. Where two services mean two schemas by one name, each carries the name of its service in front, as in
     * `internship.Offer`.
     */
    ObjectNode together(HttpServletRequest request) {
        Map<String, ObjectNode> documents = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Service service : Service.values()) {
            of(service)
                    .ifPresentOrElse(
                            found -> documents.put(service.shortName(), found), () -> missing.add(service.fullName()));
        }
        // The last, as what the console makes of a service's answer is what a caller gets.
        documents.put(OWN, own(request));
        ObjectNode whole = json.createObjectNode();
        whole.put("openapi", "3.1.0");
        ObjectNode info =
                whole.putObject("info").put("title", "Talent Pipeline").put("version", "v1");
        if (!missing.isEmpty()) {
            info.put("description", "Not in here, because it cannot be reached at the moment: " + missing + ".");
        }
        whole.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = whole.putObject("paths");
        ObjectNode components = whole.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        ObjectNode responses = components.putObject("responses");
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        whole.putArray("security").addObject().putArray("token");
        Set<String> ambiguous = ambiguous(documents.values());
        documents.forEach((name, document) -> {
            ObjectNode found = withSchemasNamed(name + ".", ambiguous, document);
            addAll(found.path("paths"), paths);
            addAll(found.path("components").path("schemas"), schemas);
            addAll(found.path("components").path("responses"), responses);
        });
        return whole;
    }

    private static void addAll(JsonNode from, ObjectNode to) {
        from.properties().forEach(each -> to.set(each.getKey(), each.getValue()));
    }

    /** The names by which not all mean the same. */
    private static Set<String> ambiguous(Collection<ObjectNode> documents) {
        Map<String, JsonNode> meant = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (ObjectNode document : documents) {
            for (Map.Entry<String, JsonNode> schema : schemas(document).properties()) {
                JsonNode other = meant.putIfAbsent(schema.getKey(), schema.getValue());
                if (other != null && !other.equals(schema.getValue())) {
                    ambiguous.add(schema.getKey());
                }
            }
        }
        return ambiguous;
    }

    private ObjectNode withSchemasNamed(String prefix, Set<String> ambiguous, ObjectNode document) {
        String text = json.writeValueAsString(document);
        for (String name : ambiguous) {
            text = text.replace("\"" + SCHEMAS + name + "\"", "\"" + SCHEMAS + prefix + name + "\"");
        }
        ObjectNode renamed = (ObjectNode) json.readTree(text);
        for (String name : ambiguous) {
            JsonNode schema = schemas(document).path(name);
            if (!schema.isMissingNode()) {
                ObjectNode schemas = (ObjectNode) schemas(renamed);
                schemas.set(prefix + name, schemas.remove(name));
            }
        }
        return renamed;
    }

    private static JsonNode schemas(ObjectNode document) {
        return document.path("components").path("schemas");
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
