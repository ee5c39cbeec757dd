package dev.talentpipeline.console.problem;

import dev.talentpipeline.kit.tracing.TraceContexts;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * An error that the console itself answers an API call with: what is wrong, and what to do.
 *
 * @param type kebab-case name, stable for callers to decide by
 * @param extensions further members of the JSON object
 */
public record Problem(int status, String type, String detail, Map<String, Object> extensions) {

    private static final String TYPES = "https://talentpipeline.dev/problems/";

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String type, String detail) {
        return new Problem(status, type, detail, Map.of());
    }

    public Problem remedy(String remedy) {
        return with("remedy", remedy);
    }

    public Problem with(String name, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(extensions);
        extended.put(name, value);
        return new Problem(status, type, detail, extended);
    }

    /** The JSON object, for the resource that was asked for, with the trace in which this thread works. */
    public Map<String, Object> json(String path) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", URI.create(TYPES + type).toString());
        json.put("title", HttpStatus.valueOf(status).getReasonPhrase());
        json.put("status", status);
        json.put("detail", detail);
        json.put("instance", path);
        String trace = TraceContexts.currentTraceId();
        if (trace != null) {
            json.put("traceId", trace);
        }
        json.putAll(extensions);
        return json;
    }
}
