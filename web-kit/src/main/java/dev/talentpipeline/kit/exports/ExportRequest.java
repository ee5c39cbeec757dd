package dev.talentpipeline.kit.exports;

import dev.talentpipeline.kit.listing.Chosen;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What is asked for when a list is asked for as a file: by {@code format}, or for a table by {@code Accept}.
 *
 * @param template whose columns the table has; null: those of the list
 * @param fields which the file has; null: all
 */
record ExportRequest(
        ExportFormat format,
        ExportLanguage language,
        @Nullable String template,
        @Nullable Chosen fields) {

    private static final List<ExportFormat> TABLES = List.of(ExportFormat.CSV, ExportFormat.XLSX);

    /** Empty where a page of the list is asked for, as usual. */
    static Optional<ExportRequest> of(HttpServletRequest request) {
        String asked = request.getParameter("format");
        Optional<ExportFormat> format = asked == null
                ? accepted(request.getHeader(HttpHeaders.ACCEPT))
                : Optional.of(oneOf("format", asked, ExportFormat.values()));
        String template = request.getParameter("template");
        Chosen fields = Chosen.by(request);
        if (template != null && (format.isEmpty() || format.get() == ExportFormat.JSON)) {
            throw wrong("template", template, "Send format=CSV or format=XLSX with it: a template is that of a table.");
        }
        if (template != null && fields != null) {
            throw wrong("fields", String.join(",", fields.names()), "Leave it out: the template says which there are.");
        }
        if (format.isEmpty()) {
            return Optional.empty();
        }
        String said = request.getParameter("language");
        ExportLanguage language = said == null ? preferred(request) : oneOf("language", said, ExportLanguage.values());
        return Optional.of(new ExportRequest(format.get(), language, template, fields));
    }

    private static <E extends Enum<E>> E oneOf(String parameter, String value, E[] all) {
        return Stream.of(all)
                .filter(each -> each.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> wrong(
                        parameter,
                        value,
                        "Give one of %s."
                                .formatted(String.join(
                                        ", ", Stream.of(all).map(Enum::name).toList()))));
    }

    /** Said as everything is that somebody sent wrong, once at the top and once in the list of all. */
    static ProblemException wrong(String field, @Nullable String value, String remedy) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", "Some fields are not what they must be (1).")
                .field(field)
                .value(value)
                .remedy(remedy)
                .with("errors", List.of(new Wrong(field, value, remedy)))
                .asException();
    }

    private record Wrong(String field, @Nullable String value, String remedy) {}

    /** The table that is preferred to everything else; JSON that is accepted is a page. */
    private static Optional<ExportFormat> accepted(@Nullable String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .max(Comparator.comparingDouble(MediaType::getQualityValue))
                    .flatMap(type -> TABLES.stream()
                            .filter(table -> type.equalsTypeAndSubtype(MediaType.parseMediaType(table.mediaType())))
                            .findFirst());
        } catch (InvalidMediaTypeException e) {
            // Said by whoever answers the list.
            return Optional.empty();
        }
    }

    private static ExportLanguage preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return ExportLanguage.ZH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .flatMap(language -> Stream.of(ExportLanguage.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(language)))
                .findFirst()
                .orElse(ExportLanguage.ZH);
    }

    /** The request as one for a part of the list. */
    static HttpServletRequest forPage(HttpServletRequest request, @Nullable String cursor, int limit) {
        Map<String, String[]> parameters = new HashMap<>(request.getParameterMap());
        parameters.remove("cursor");
        parameters.put("limit", new String[] {Integer.toString(limit)});
        if (cursor != null) {
            parameters.put("cursor", new String[] {cursor});
        }
        return new HttpServletRequestWrapper(request) {

            @Override
            public @Nullable String getParameter(String name) {
                String[] values = parameters.get(name);
                return values == null || values.length == 0 ? null : values[0];
            }

            @Override
            public Map<String, String[]> getParameterMap() {
                return Collections.unmodifiableMap(parameters);
            }

            @Override
            public Enumeration<String> getParameterNames() {
                return Collections.enumeration(parameters.keySet());
            }

            @Override
            public String @Nullable [] getParameterValues(String name) {
                return parameters.get(name);
            }
        };
    }
}
