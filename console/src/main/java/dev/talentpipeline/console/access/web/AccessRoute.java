package dev.talentpipeline.console.access.web;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import dev.talentpipeline.console.access.AccessGrant;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Tokens;
import dev.talentpipeline.console.identity.Tokens.Token;
import dev.talentpipeline.console.identity.security.CallerAuthorization;
import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.ProblemResponses;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import dev.talentpipeline.console.services.ServiceFault;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * `POST /api/v1/people/{person}/access`. Internship-service decides and keeps the record of who asked; the console, which
 * holds the signing key, turns the grant into a token and a link. A refusal passes as it is.
 *
 * <p>No token without a grant of its own on record: an `Idempotency-Key` stays here, because internship-service would answer a
 * repeated one with the grant it has kept and record nothing, while the console would mint anew. A call that is repeated with
 * its key is therefore granted, recorded and minted again; what was given before stays good until it expires.
 */
@Configuration(proxyBeanMethods = false)
class AccessRoute {

    private static final List<String> SENT_ON =
            List.of("X-Correlation-Id", "traceparent", "tracestate", HttpHeaders.CONTENT_TYPE);

    private static final List<String> SENT_BACK = List.of(
            "X-Correlation-Id", HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.CONTENT_TYPE);

    private final ServiceClient services;
    private final CallerAuthorization authorization;
    private final Tokens tokens;
    private final EntryLinks links;
    private final JsonMapper json;

    AccessRoute(
            ServiceClient services,
            CallerAuthorization authorization,
            Tokens tokens,
            EntryLinks links,
            JsonMapper json) {
        this.services = services;
        this.authorization = authorization;
        this.tokens = tokens;
        this.links = links;
        this.json = json;
    }

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> accessRoutes() {
        return route().POST("/api/v1/people/{person}/access", this::give).build();
    }

    private ServerResponse give(ServerRequest request) throws IOException {
        Answer answer;
        try {
            byte[] body = request.servletRequest().getInputStream().readAllBytes();
            answer = services.post(Service.INTERNSHIP, request.uri().getRawPath(), headersOf(request), body);
        } catch (ServiceFault e) {
            return e.response(request);
        }
        if (!answer.isSuccess()) {
            return passedOn(answer);
        }
        Optional<AccessGrant> grant = read(answer);
        Optional<Identity> student = grant.flatMap(AccessGrant::identity);
        if (grant.isEmpty() || student.isEmpty()) {
            return ProblemResponses.of(UNREADABLE, request);
        }
        return given(student.get(), grant.get().lifetime());
    }

    private static final Problem UNREADABLE = Problem.of(
                    502, "unreadable-answer", "internship-service gave an access grant that is not one for a student.")
            .with("service", Service.INTERNSHIP.fullName())
            .remedy("This is a fault of the system. Give operations the X-Correlation-Id of this answer.");

    private ServerResponse given(Identity student, Duration lifetime) {
        Token token = tokens.issue(student, lifetime);
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("person", student.subject());
        given.put("access_token", token.value());
        given.put("token_type", "Bearer");
        given.put("expires_in", lifetime.toSeconds());
        // Who opens the link comes as themselves: it is for the student's own hands.
        Identity themselves = new Identity(student.subject(), student.role(), student.org(), student.person());
        given.put("link", links.issue(themselves, lifetime).toString());
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(given);
    }

    private Map<String, String> headersOf(ServerRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : SENT_ON) {
            String value = request.headers().firstHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        authorization.of(request.servletRequest()).ifPresent(value -> headers.put(HttpHeaders.AUTHORIZATION, value));
        return headers;
    }

    private static ServerResponse passedOn(Answer answer) {
        ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
        for (String name : SENT_BACK) {
            answer.headers().firstValue(name).ifPresent(value -> response.header(name, value));
        }
        return response.build((request, servletResponse) -> {
            servletResponse.getOutputStream().write(answer.body());
            return null;
        });
    }

    private Optional<AccessGrant> read(Answer answer) {
        try {
            return Optional.of(json.readValue(answer.body(), AccessGrant.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
