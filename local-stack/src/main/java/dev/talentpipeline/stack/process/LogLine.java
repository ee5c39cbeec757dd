package dev.talentpipeline.stack.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a log as people read it. Services write one JSON object a line, in the Elastic Common Schema; other processes write text, which is left as it is.
 */
public final class LogLine {

    private static final String TRACE = "stack_trace";

    /** What is in the line already, is the same in all of one log, or is there for machines. */
    private static final Set<String> NO_CONTEXT =
            Set.of("@timestamp", "log", "process", "service", "message", "error", "ecs", "tags", "event", "labels");

    private LogLine() {}

    /** The line, and the lines of its stack trace; never none. */
    public static List<String> readable(String line) {
        if (!line.startsWith("{")) {
            return List.of(line);
        }
        try {
            JsonNode said = JsonMapper.shared().readTree(line);
            return said.has("@timestamp") && said.has("message") ? readable(said) : List.of(line);
        } catch (JacksonException e) {
            // The end of a log may begin in the middle of a line.
            return List.of(line);
        }
    }

    private static List<String> readable(JsonNode said) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %5s %s : %s%s"
                .formatted(
                        said.path("@timestamp").asString(),
                        said.at("/log/level").asString(""),
                        said.at("/log/logger").asString(""),
                        said.path("message").asString(),
                        context(said)));
        JsonNode error = said.path("error");
        if (error.has(TRACE)) {
            lines.addAll(error.get(TRACE).asString().lines().toList());
        }
        return List.copyOf(lines);
    }

    /** The ids that lead on from here. */
    private static String context(JsonNode said) {
        TreeMap<String, String> context = new TreeMap<>();
        said.properties().forEach(field -> {
            if (!NO_CONTEXT.contains(field.getKey()) && field.getValue().isValueNode()) {
                context.put(field.getKey(), field.getValue().asString());
            }
        });
        return context.isEmpty() ? "" : "   " + context.toString().replace(", ", " ");
    }
}
