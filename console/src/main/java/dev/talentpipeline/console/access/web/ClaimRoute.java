package dev.talentpipeline.console.access.web;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import dev.talentpipeline.console.identity.signin.HoldingSignIns.HeldException;
import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.ProblemResponses;
import dev.talentpipeline.console.services.ServiceFault;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** `POST /api/v1/roll-claims`, which needs no token: the secret of the link says who may. What comes back speaks for the student themselves. */
@Configuration(proxyBeanMethods = false)
class ClaimRoute {

    private static final Problem MALFORMED_KEY = Problem.of(
                    400, "malformed-idempotency-key", "The idempotency key is malformed.")
            .with("field", "Idempotency-Key")
            .remedy("Use 1 to 255 visible ASCII characters, such as a UUID.");

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
            String address = request.servletRequest().getRemoteAddr();
            Map<String, String> headers = SentOn.of(request);
            String key = request.headers().firstHeader("Idempotency-Key");
            if (key != null) {
                if (!Claims.isKey(key)) {
                    return ProblemResponses.of(MALFORMED_KEY, request);
                }
                headers.put(Claims.KEY, key);
            }
            return grants.answer(claims.claim(body, address, headers), request, Grants::themselves);
        } catch (HeldException held) {
            Problem problem = Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS.value(),
                            "too-many-attempts",
                            held.refusal().detail())
                    .remedy(Objects.requireNonNull(held.refusal().remedy()));
            return ProblemResponses.answer(problem)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(held.waitSeconds()))
                    .body(problem.json(request.uri().getRawPath()));
        } catch (ServiceFault e) {
            return e.response(request);
        }
    }
}
