package dev.talentpipeline.console.access.web;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import dev.talentpipeline.console.services.ServiceFault;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** `POST /api/v1/roll-claims`, which needs no token: the secret of the link says who may. What comes back speaks for the student themselves. */
@Configuration(proxyBeanMethods = false)
class ClaimRoute {

    private final Claims claims;
    private final Grants grants;

    ClaimRoute(Claims claims, Grants grants) {
        this.claims = claims;
        this.grants = grants;
    }

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> claimRoutes() {
        return route().POST("/api/v1/roll-claims", this::claim).build();
    }

    private ServerResponse claim(ServerRequest request) throws IOException {
        try {
            byte[] body = request.servletRequest().getInputStream().readAllBytes();
            return grants.answer(claims.claim(body), request, Grants::themselves);
        } catch (ServiceFault e) {
            return e.response(request);
        }
    }
}
