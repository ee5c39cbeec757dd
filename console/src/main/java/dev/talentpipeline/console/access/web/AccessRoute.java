package dev.talentpipeline.console.access.web;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import dev.talentpipeline.console.identity.security.CallerAuthorization;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import dev.talentpipeline.console.services.ServiceFault;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

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

    private final ServiceClient services;
    private final CallerAuthorization authorization;
    private final Grants grants;

    AccessRoute(ServiceClient services, CallerAuthorization authorization, Grants grants) {
        this.services = services;
        this.authorization = authorization;
        this.grants = grants;
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
        return grants.answer(answer, request, granted -> granted);
    }

    private Map<String, String> headersOf(ServerRequest request) {
        Map<String, String> headers = SentOn.of(request);
        String type = request.headers().firstHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, type);
        }
        authorization.of(request.servletRequest()).ifPresent(value -> headers.put(HttpHeaders.AUTHORIZATION, value));
        return headers;
    }
}
