package dev.talentpipeline.kit.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says in the caller's terms why a request reached no handler: a path, a method, a parameter or a format that is not there, and what is. */
final class MisdirectedRequests {

    private MisdirectedRequests() {}

    /**
     * The problem of a request that the framework refused.
     *
     * @param body what the framework would say of it
     */
    static Problem explain(Exception fault, HttpStatusCode statusCode, @Nullable Object body) {
        return switch (fault) {
            case HttpMediaTypeNotSupportedException sent -> mediaType(sent);
            case HttpMediaTypeNotAcceptableException asked ->
                framework(statusCode, body)
                        .remedy("Ask for %s by Accept, or send no Accept."
                                .formatted(named(asked.getSupportedMediaTypes())));
            case HttpRequestMethodNotSupportedException called -> method(called);
            case MissingServletRequestParameterException missing ->
                Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "malformed-parameter",
                                "The parameter %s is asked for, and is not there."
                                        .formatted(missing.getParameterName()))
                        .field(missing.getParameterName())
                        .remedy("Add ?%s=… to the path.".formatted(missing.getParameterName()));
            case NoResourceFoundException _ -> framework(statusCode, body).remedy(Directions.TO_PATHS);
            default -> framework(statusCode, body);
        };
    }

    private static Problem mediaType(HttpMediaTypeNotSupportedException sent) {
        MediaType type = sent.getContentType();
        String detail = type == null
                ? "The body comes without a Content-Type."
                : "The body comes as %s, which is not read here.".formatted(type);
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", detail)
                .remedy("Send Content-Type: %s.".formatted(named(sent.getSupportedMediaTypes())));
    }

    private static Problem method(HttpRequestMethodNotSupportedException called) {
        Collection<HttpMethod> possible =
                called.getSupportedHttpMethods() == null ? List.of() : called.getSupportedHttpMethods();
        Problem problem = Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "The path is there, but not for %s.".formatted(called.getMethod()));
        return possible.isEmpty()
                ? problem
                : problem.remedy(Directions.toMethods(
                        possible.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(" or "))));
    }

    /** Those that a caller can write down: a pattern of several is none. Where JSON will do, nothing else is worth a choice. */
    private static String named(List<MediaType> types) {
        if (types.contains(MediaType.APPLICATION_JSON)) {
            return MediaType.APPLICATION_JSON_VALUE;
        }
        String named = types.stream()
                .filter(MediaType::isConcrete)
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(" or "));
        return named.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : named;
    }

    private static Problem framework(HttpStatusCode statusCode, @Nullable Object body) {
        HttpStatus status = HttpStatus.valueOf(statusCode.value());
        String detail = body instanceof ProblemDetail prepared && prepared.getDetail() != null
                ? prepared.getDetail()
                : status.getReasonPhrase();
        return Problem.of(
                status, status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'), detail);
    }
}
