package dev.talentpipeline.console.access.web;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.security.SessionTokens;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Brings the secret of a claim link to internship-service, in the console's own name: whoever follows such a link has no account yet, and the
 * secret is all that they have to show.
 */
@Component
final class Claims {

    private static final Identity CONSOLE = new Identity("console", Role.OPERATIONS, null, null);
    private static final String PATH = "/api/v1/roll-claims";

    private final ServiceClient services;
    private final SessionTokens tokens;

    Claims(ServiceClient services, SessionTokens tokens) {
        this.services = services;
        this.tokens = tokens;
    }

    /**
     * Claims.
     *
     * @param body the claim as the API takes it
     * @throws dev.talentpipeline.console.services.ServiceFault if no answer came
     */
    Answer claim(byte[] body) {
        return services.post(
                Service.INTERNSHIP,
                PATH,
                Map.of(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + tokens.bearerTokenOf(CONSOLE),
                        HttpHeaders.CONTENT_TYPE,
                        "application/json"),
                body);
    }
}
