package dev.talentpipeline.console.page;

import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.Problems;
import dev.talentpipeline.kit.problem.Correlation;
import dev.talentpipeline.kit.problem.Directions;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whatever went wrong and was answered by nobody: a page for people, a problem for machines, and at the token endpoint the
 * form of OAuth 2.
 */
@Controller
final class ErrorsController implements ErrorController {

    private final Problems problems;

    ErrorsController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = statusOf(request);
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
        if (isForPeople(request, path)) {
            String kind = switch (status) {
                case FORBIDDEN -> "forbidden";
                case NOT_FOUND -> "missing";
                default -> status.is4xxClientError() ? "bad" : "fault";
            };
            return new ModelAndView("error", Map.of("status", status.value(), "kind", kind), status);
        }
        if (path.startsWith("/oauth2/")) {
            problems.writeJson(
                    status.value(), MediaType.APPLICATION_JSON_VALUE, Map.of("error", "server_error"), response);
            return null;
        }
        Problem problem =
                Problem.of(status.value(), kebab(status), "The call ended with: " + status.getReasonPhrase() + ".");
        // The trace's step has ended by now.
        if (request.getAttribute(Correlation.TRACE_ATTRIBUTE) instanceof String trace) {
            problem = problem.with("traceId", trace);
        }
        String remedy = remedy(status, response.getHeader(HttpHeaders.ALLOW));
        problems.write(remedy == null ? problem : problem.remedy(remedy), path, response);
        return null;
    }

    /** What to do about it, as the services say it of theirs. */
    private static @Nullable String remedy(HttpStatus status, @Nullable String allowed) {
        return switch (status) {
            case NOT_FOUND -> Directions.TO_PATHS;
            case METHOD_NOT_ALLOWED ->
                allowed == null ? null : Directions.toMethods(allowed.replaceAll(",\\s*", " or "));
            case UNSUPPORTED_MEDIA_TYPE -> "Send Content-Type: application/json.";
            default -> null;
        };
    }

    private static boolean isForPeople(HttpServletRequest request, String path) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) && !path.startsWith("/api/");
    }

    /** Somebody may also open /error itself; there is nothing there. */
    private static HttpStatus statusOf(HttpServletRequest request) {
        Integer code =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : null;
        HttpStatus status = code == null ? HttpStatus.NOT_FOUND : HttpStatus.resolve(code);
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String kebab(HttpStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
