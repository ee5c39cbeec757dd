package dev.talentpipeline.console.reference;

import dev.talentpipeline.console.services.Service;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Controller
final class ApiReferenceController {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final ApiDocuments documents;

    ApiReferenceController(ApiDocuments documents) {
        this.documents = documents;
    }

    /** The calls of one service; none and not known while it does not give its document. */
    record Chapter(String name, String shortName, boolean known, List<Call> calls) {}

    record Call(String method, String path, String summary) {}

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ObjectNode whole(HttpServletRequest request) {
        return documents.together(request);
    }

    @GetMapping(path = "/v3/api-docs/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> one(@PathVariable String service) {
        Service known = Stream.of(Service.values())
                .filter(candidate -> candidate.shortName().equals(service))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return documents
                .of(known)
                .map(ResponseEntity::ok)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    @GetMapping("/swagger-ui.html")
    String page(HttpServletRequest request, Model model) {
        Chapter own = new Chapter(ApiDocuments.OWN, ApiDocuments.OWN, true, calls(documents.own(request)));
        model.addAttribute(
                "chapters",
                Stream.concat(Stream.of(Service.values()).map(this::chapter), Stream.of(own))
                        .toList());
        return "api-reference";
    }

    private Chapter chapter(Service service) {
        Optional<ObjectNode> document = documents.of(service);
        return new Chapter(
                service.fullName(),
                service.shortName(),
                document.isPresent(),
                document.map(ApiReferenceController::calls).orElse(List.of()));
    }

    private static List<Call> calls(ObjectNode document) {
        List<Call> calls = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    calls.add(new Call(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            operation.getValue().path("summary").asString("")));
                }
            }
        }
        calls.sort(Comparator.comparing(Call::path).thenComparing(Call::method));
        return calls;
    }
}
