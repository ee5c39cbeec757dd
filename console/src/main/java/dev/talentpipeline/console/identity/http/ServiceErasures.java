package dev.talentpipeline.console.identity.http;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.erasure.Erasures;
import dev.talentpipeline.console.identity.security.SessionTokens;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import dev.talentpipeline.console.services.ServiceFault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole list of internship-service, in the console's own name. */
@Component
final class ServiceErasures implements Erasures {

    private static final Logger log = LoggerFactory.getLogger(ServiceErasures.class);
    private static final String LIST = "/api/v1/erasures?limit=200";
    private static final Identity CONSOLE = new Identity("console", Role.OPERATIONS, null, null);

    private final ServiceClient services;
    private final SessionTokens tokens;
    private final JsonMapper json;

    ServiceErasures(ServiceClient services, SessionTokens tokens, JsonMapper json) {
        this.services = services;
        this.tokens = tokens;
        this.json = json;
    }

    private record Erased(String person) {}

    private record Page(List<Erased> items, @Nullable String next) {}

    @Override
    public Optional<Set<String>> people() {
        Set<String> people = new HashSet<>();
        String cursor = null;
        try {
            do {
                Answer answer = services.get(
                        Service.INTERNSHIP,
                        cursor == null ? LIST : LIST + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8),
                        Map.of("Authorization", "Bearer " + tokens.bearerTokenOf(CONSOLE)));
                if (!answer.isSuccess()) {
                    log.warn("Who was erased is asked again later: internship-service answered {}.", answer.status());
                    return Optional.empty();
                }
                Page page = json.readValue(answer.body(), Page.class);
                page.items().forEach(erased -> people.add(erased.person()));
                cursor = page.next();
            } while (cursor != null);
            return Optional.of(people);
        } catch (ServiceFault | JacksonException e) {
            log.warn("Who was erased is asked again later: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
