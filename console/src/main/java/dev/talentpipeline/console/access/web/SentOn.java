package dev.talentpipeline.console.access.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.function.ServerRequest;

/** What goes on to a service of a call that the console makes anew: by what it is found again. */
final class SentOn {

    private static final List<String> NAMES = List.of("X-Correlation-Id", "tracestate");

    private SentOn() {}

    static Map<String, String> of(ServerRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = request.headers().firstHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
