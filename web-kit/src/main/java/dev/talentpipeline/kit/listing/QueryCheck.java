package dev.talentpipeline.kit.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses what a handler does not read: a filter with a slip in its name would otherwise answer everything, and nobody would see it. What it
 * reads is told by its {@link RequestParam}s; where it answers a list, {@code fields} is read for it, see {@link ChosenFields}.
 */
final class QueryCheck implements HandlerInterceptor {

    static final String FIELDS = "fields";

    private final ItemFields itemFields;
    private final List<ListParameters> ofLists;
    private final Map<Method, Read> known = new ConcurrentHashMap<>();

    QueryCheck(ItemFields itemFields, List<ListParameters> ofLists) {
        this.itemFields = itemFields;
        this.ofLists = List.copyOf(ofLists);
    }

    /**
     * What a handler reads.
     *
     * @param parameters by name, and whether each may stand there more than once
     * @param fields what the items of its list have; empty: it answers no list
     */
    private record Read(Map<String, Boolean> parameters, Set<String> fields) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null && !query.isEmpty() && handler instanceof HandlerMethod method) {
            check(query, known.computeIfAbsent(method.getMethod(), this::read), request);
        }
        return true;
    }

    private Read read(Method handler) {
        Map<String, Boolean> parameters = new LinkedHashMap<>();
        for (Parameter parameter : handler.getParameters()) {
            RequestParam read = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
            if (read != null) {
                boolean many = parameter.getType().isArray() || Collection.class.isAssignableFrom(parameter.getType());
                parameters.put(read.name().isEmpty() ? parameter.getName() : read.name(), many);
            }
        }
        Set<String> fields = itemFields.of(handler);
        if (!fields.isEmpty()) {
            parameters.put(FIELDS, false);
            ofLists.stream()
                    .flatMap(every -> every.names().stream())
                    .sorted()
                    .forEach(name -> parameters.put(name, false));
        }
        return new Read(parameters, fields);
    }

    private void check(String query, Read read, HttpServletRequest request) {
        MultiValueMap<String, String> given =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
            String name = decoded(parameter.getKey());
            Boolean many = read.parameters().get(name);
            if (many == null) {
                throw unknown(
                                "unknown-parameter",
                                "The parameter is not known here.",
                                name,
                                read.parameters().keySet())
                        .field(name)
                        .asException();
            }
            for (String value : parameter.getValue()) {
                refuseControls(name, decoded(Objects.requireNonNullElse(value, "")));
            }
            if (!many && parameter.getValue().size() > 1) {
                throw malformed("The parameter is there more than once.")
                        .field(name)
                        .value(parameter.getValue())
                        .remedy("Send it once.")
                        .asException();
            }
        }
        if (!read.fields().isEmpty() && given.containsKey(FIELDS)) {
            chosen(given.getFirst(FIELDS), read.fields()).of(request);
        }
    }

    /** Nothing that is asked for holds any, and a database may not even take them. */
    private static void refuseControls(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw malformed("The parameter holds a control character.")
                    .field(name)
                    .value(value)
                    .remedy("Leave out what cannot be seen, such as %00.")
                    .asException();
        }
    }

    private static Chosen chosen(@Nullable String value, Set<String> possible) {
        List<String> chosen = Arrays.asList(decoded(value == null ? "" : value).split(",", -1));
        for (String name : chosen) {
            if (!possible.contains(name)) {
                throw unknown("unknown-field", "The items of this list have no such field.", name, possible)
                        .field(FIELDS)
                        .value(name)
                        .asException();
            }
        }
        return new Chosen(chosen);
    }

    private static Problem unknown(String type, String detail, String name, Collection<String> possible) {
        return Problem.of(HttpStatus.BAD_REQUEST, type, detail)
                .value(name)
                .remedy(
                        possible.isEmpty()
                                ? "Leave it out: nothing can be asked for here."
                                : "Send only known names: %s.".formatted(String.join(", ", possible)))
                .with("possible", List.copyOf(possible));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw (ProblemException) malformed("The query is not encoded as queries are.")
                    .value(text)
                    .remedy("Write a percent sign as %25.")
                    .asException()
                    .initCause(e);
        }
    }

    private static Problem malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameter", detail);
    }
}
