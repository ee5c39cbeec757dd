package dev.talentpipeline.console.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.ProblemResponses;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceFault;
import dev.talentpipeline.kit.problem.Directions;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Which service answers which path. What is not matching's, notification's or monitoring's is internship-service's, which also says so when
 * a path is nobody's.
 */
@Configuration(proxyBeanMethods = false)
class GatewayRoutes {

    private static final List<String> MATCHING = List.of(
            "/api/v1/programmes/*/students/*/ranking",
            "/api/v1/programmes/*/students/*/skill-gains",
            "/api/v1/programmes/*/internships/*/candidates",
            "/api/v1/programmes/*/internships/*/requirement-costs",
            "/api/v1/programmes/*/requirement-costs",
            "/api/v1/programmes/*/unmatched",
            // Below a clearing, its recall is internship-service's: it touches offers.
            "/api/v1/programmes/*/clearings",
            "/api/v1/programmes/*/clearings/*",
            "/api/v1/simulations");

    private static final List<String> NOTIFICATION =
            List.of("/api/v1/notices/**", "/api/v1/notice-preferences/**", "/api/v1/webhooks/**", "/api/v1/brakes/**");

    private static final List<String> MONITORING = List.of(
            "/api/v1/journeys",
            "/api/v1/journeys/*",
            "/api/v1/looks",
            "/api/v1/lag",
            "/api/v1/flows",
            "/api/v1/expectations/**",
            "/api/v1/ledger/**",
            "/api/v1/service-levels/**",
            "/api/v1/schemas",
            "/api/v1/dead-letters/**");

    private static final List<String> INTERNSHIP = List.of("/api/v1/**");

    /** Accounts are the console's own. */
    private static final RequestPredicate ANSWERED_HERE = path("/api/v1/accounts/**");

    @Bean
    @Order(1)
    RouterFunction<ServerResponse> matchingRoutes(ServiceClient services) {
        return routes(Service.MATCHING, MATCHING, services);
    }

    @Bean
    @Order(2)
    RouterFunction<ServerResponse> notificationRoutes(ServiceClient services) {
        return routes(Service.NOTIFICATION, NOTIFICATION, services);
    }

    @Bean
    @Order(3)
    RouterFunction<ServerResponse> monitoringRoutes(ServiceClient services) {
        return routes(Service.MONITORING, MONITORING, services);
    }

    @Bean
    @Order(4)
    RouterFunction<ServerResponse> internshipRoutes(ServiceClient services) {
        return routes(Service.INTERNSHIP, INTERNSHIP, services);
    }

    @Bean
    @Order(5)
    RouterFunction<ServerResponse> noOtherApi() {
        Problem unknown =
                Problem.of(404, "unknown-path", "The API has no such path.").remedy(Directions.TO_PATHS);
        return route("unknown")
                .route(path("/api/**").and(ANSWERED_HERE.negate()), request -> ProblemResponses.of(unknown, request))
                .build();
    }

    private static RouterFunction<ServerResponse> routes(Service service, List<String> paths, ServiceClient services) {
        RequestPredicate anyOfThem = paths.stream()
                .map(pattern -> path(pattern))
                .reduce(RequestPredicate::or)
                .map(any -> any.and(ANSWERED_HERE.negate()))
                .orElseThrow();
        return route(service.shortName())
                .route(anyOfThem, http())
                .before(uri(services.addressOf(service)))
                .filter((request, next) -> answered(service, request, next))
                .build();
    }

    private static ServerResponse answered(Service service, ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        if (isForm(request)) {
            return ProblemResponses.of(
                    Problem.of(415, "unsupported-media-type", "The body comes as a form, which no call reads.")
                            .remedy("Send Content-Type: application/json."),
                    request);
        }
        try {
            return next.handle(request);
        } catch (ResourceAccessException e) {
            if (e.getCause() instanceof IOException cause) {
                return ServiceFault.of(service, cause).response(request);
            }
            throw e;
        }
    }

    /** What a form says would be passed on as parameters of the path. Some programs say "form" of every body that nobody said more of, and of none. */
    private static boolean isForm(ServerRequest request) {
        return request.servletRequest().getContentLengthLong() != 0
                && request.headers()
                        .contentType()
                        .filter(MediaType.APPLICATION_FORM_URLENCODED::isCompatibleWith)
                        .isPresent();
    }
}
