package dev.talentpipeline.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A refusal as the API gives it: a stable type, what holds, and where it helps the field, its value and what to do.
 *
 * @param status the HTTP status
 * @param type the stable name in kebab case; on the wire a URI below {@link #TYPES}
 * @param detail one sentence that says what holds
 * @param extensions further members, in order
 */
public record Problem(HttpStatus status, String type, String detail, Map<String, Object> extensions) {

    /** Where the types are documented. */
    public static final String TYPES = "https://talentpipeline.dev/problems/";

    public static Problem of(HttpStatus status, String type, String detail) {
        return new Problem(status, type, detail, Map.of());
    }

    /** The request field that is wrong, as a path such as {@code requiredSkills[2].level}. */
    public Problem field(String path) {
        return with("field", path);
    }

    /** The value that was sent; an absent value is shown as null. */
    public Problem value(@Nullable Object value) {
        return with("value", value);
    }

    /** What the caller can do about it. */
    public Problem remedy(String sentence) {
        return with("remedy", sentence);
    }

    /** One more member. */
    public Problem with(String member, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        @SuppressWarnings("NullAway") // A null value is written as JSON null.
        Map<String, Object> members = Collections.unmodifiableMap(more);
        return new Problem(status, type, detail, members);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** The problem as it answers a request, with the trace in which it can be followed. */
    ProblemDetail toDetail(HttpServletRequest request) {
        ProblemDetail body = toDetail(request.getRequestURI());
        if (request.getAttribute(Correlation.TRACE_ATTRIBUTE) instanceof String trace) {
            body.setProperty("traceId", trace);
        }
        return body;
    }

    /**
     * The problem as it is written.
     *
     * @param instance path of the request that it is about
     */
    public ProblemDetail toDetail(String instance) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(TYPES + type));
        body.setTitle(status.getReasonPhrase());
        body.setInstance(URI.create(instance));
        extensions.forEach(body::setProperty);
        return body;
    }
}
