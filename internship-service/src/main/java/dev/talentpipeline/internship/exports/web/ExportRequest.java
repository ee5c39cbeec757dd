package dev.talentpipeline.internship.exports.web;

import dev.talentpipeline.internship.exports.ExportFormat;
import dev.talentpipeline.internship.imports.Template.Language;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.listing.Chosen;
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
        Language language,
        @Nullable String template,
        @Nullable Chosen fields) {

    private static final List<ExportFormat> TABLES = List.of(ExportFormat.CSV, ExportFormat.XLSX);

    /** Empty where a page of the list is asked for, as usual. */
    static Optional<ExportRequest> of(HttpServletRequest request) {
        Violations violations = new Violations();
        String asked = request.getParameter("format");
        Optional<ExportFormat> format = asked == null
                ? accepted(request.getHeader(HttpHeaders.ACCEPT))
                : Optional.of(violations.oneOf("format", asked, ExportFormat.class, null));
        String template = request.getParameter("template");
        Chosen fields = Chosen.by(request);
        if (template != null && (format.isEmpty() || format.get() == ExportFormat.JSON)) {
            violations.add(
                    "template", template, "Send format=CSV or format=XLSX with it: a template is that of a table.");
        }
        if (template != null && fields != null) {
            violations.add(
                    "fields", String.join(",", fields.names()), "Leave it out: the template says which there are.");
        }
        if (format.isEmpty()) {
            violations.refuseIfAny();
            return Optional.empty();
        }
        Language language =
                violations.oneOf("language", request.getParameter("language"), Language.class, preferred(request));
        violations.refuseIfAny();
        return Optional.of(new ExportRequest(format.get(), language, template, fields));
    }

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

    private static Language preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Language.ZH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .flatMap(language -> Stream.of(Language.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(language)))
                .findFirst()
                .orElse(Language.ZH);
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
