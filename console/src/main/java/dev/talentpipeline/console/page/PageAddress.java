package dev.talentpipeline.console.page;

import dev.talentpipeline.console.address.ShownAt;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the page that answers a request can be read again. */
final class PageAddress {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

    /** What servers take and what may not stand in an address: a percent sign that begins no code, brackets and the like. */
    private static final Pattern ODD = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9%._~!$&'()*+,;=:@/?-]+");

    private PageAddress() {}

    /** The request's own address, or that of the page with the form that it sends. Of a form that came to nothing: the way in. */
    static UriComponentsBuilder of(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            return at(READING.contains(methodOf(request)) ? failed : "/", null);
        }
        String own = request.getRequestURI();
        if (READING.contains(request.getMethod())) {
            return at(own, request.getQueryString());
        }
        ShownAt shown =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod form
                        ? form.getMethodAnnotation(ShownAt.class)
                        : null;
        return shown == null ? at(own, null) : filled(shown.value(), request);
    }

    /** Whether the request is for a page; the answer to anything else has another address than the page. */
    static boolean isRead(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    private static String methodOf(HttpServletRequest failed) {
        return failed.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String method
                ? method
                : failed.getMethod();
    }

    private static UriComponentsBuilder filled(String template, HttpServletRequest request) {
        UriComponentsBuilder page = UriComponentsBuilder.fromUriString(template);
        Map<String, Object> values = new HashMap<>();
        Matcher names = NAME.matcher(template);
        while (names.find()) {
            String value = value(names.group(1), request);
            if (value != null && !value.isEmpty()) {
                values.put(names.group(1), value);
            }
        }
        UriComponents asked = page.cloneBuilder().build();
        asked.getQueryParams().forEach((parameter, braced) -> {
            if (!values.containsKey(
                    NAME.matcher(String.valueOf(braced.getFirst())).replaceFirst("$1"))) {
                page.replaceQueryParam(parameter);
            }
        });
        UriComponents here = page.encode().buildAndExpand(values);
        return at(String.valueOf(here.getPath()), here.getQuery());
    }

    private static @Nullable String value(String name, HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : request.getParameter(name);
    }

    /** Both are encoded already, but for what somebody typed into the address themselves. */
    private static UriComponentsBuilder at(String path, @Nullable String query) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/").replacePath(encoded(path));
        return query == null ? page : page.query(encoded(query));
    }

    private static String encoded(String typed) {
        return ODD.matcher(typed).replaceAll(odd -> URLEncoder.encode(odd.group(), StandardCharsets.UTF_8));
    }
}
