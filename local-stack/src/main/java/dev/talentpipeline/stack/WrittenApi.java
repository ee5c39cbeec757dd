package dev.talentpipeline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's API as it is written down in {@code docs/openapi}: what clients are generated from, and where a change of the API is seen. Paths and schemas
 * stand there by their names, and without examples, which are files of the service.
 */
public final class WrittenApi {

    private static final Set<String> LEFT_OUT = Set.of("servers", "examples", "x-examples");

    /** Of a call that nobody makes but the front door. */
    private static final String INTERNAL = "x-internal";

    private static final int WIDTH = 140;
    private static final int SHOWN = 12;

    private WrittenApi() {}

    /**
     * Where the description is another than the one that is written down, in words; empty if nowhere. The one that is described stands below {@code target}
     * then, to be taken over.
     */
    public static List<String> differences(String service, JsonNode description) {
        JsonNode now = ordered(description);
        Path written = documents().resolve(service + ".json");
        Path renewed = Path.of("target", service + ".json").toAbsolutePath();
        try {
            String before = Files.exists(written) ? Files.readString(written) : "{}";
            String after = write(now, 0) + "\n";
            if (before.equals(after)) {
                return List.of();
            }
            Files.createDirectories(renewed.getParent());
            Files.writeString(renewed, after);
            List<String> differences = new ArrayList<>();
            compare("", JsonMapper.shared().readTree(before), now, differences);
            List<String> shown = new ArrayList<>(differences.subList(0, Math.min(SHOWN, differences.size())));
            shown.add("%d differences. If they are meant: cp %s %s".formatted(differences.size(), renewed, written));
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<String> differences) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name ->
                    compare(at + "/" + name.replace("/", "~1"), before.path(name), after.path(name), differences));
        } else if (!before.equals(after)) {
            differences.add("%s: written %s, is %s".formatted(at, before, after));
        }
    }

    private static JsonNode ordered(JsonNode description) {
        ObjectNode document = (ObjectNode) without(description);
        ObjectNode paths = byName(document.path("paths"));
        paths.removeIf(JsonNode::isEmpty);
        document.set("paths", paths);
        ObjectNode components = (ObjectNode) document.path("components");
        components.set("schemas", byName(components.path("schemas")));
        return document;
    }

    private static ObjectNode byName(JsonNode object) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(property -> sorted.put(property.getKey(), property.getValue()));
        ObjectNode ordered = JsonMapper.shared().createObjectNode();
        ordered.setAll(sorted);
        return ordered;
    }

    private static JsonNode without(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonMapper.shared().createArrayNode();
            node.forEach(item -> array.add(without(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JsonMapper.shared().createObjectNode();
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            if (part.getKey().equals("properties")) {
                // By their own names, whatever these are.
                ObjectNode properties = object.putObject("properties");
                part.getValue()
                        .properties()
                        .forEach(property -> properties.set(property.getKey(), without(property.getValue())));
            } else if (!LEFT_OUT.contains(part.getKey()) && !part.getValue().has(INTERNAL)) {
                object.set(part.getKey(), without(part.getValue()));
            }
        }
        return object;
    }

    /** What fits on a line stands on one. */
    private static String write(JsonNode node, int indent) {
        String line = node.toString();
        if (!node.isContainer() || node.isEmpty() || line.length() + indent <= WIDTH) {
            return line;
        }
        String margin = " ".repeat(indent + 1);
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties()
                    .forEach(property -> parts.add(margin
                            + JsonMapper.shared().writeValueAsString(property.getKey()) + ": "
                            + write(property.getValue(), indent + 1)));
        } else {
            node.forEach(item -> parts.add(margin + write(item, indent + 1)));
        }
        String end = " ".repeat(indent);
        return node.isObject()
                ? "{\n" + String.join(",\n", parts) + "\n" + end + "}"
                : "[\n" + String.join(",\n", parts) + "\n" + end + "]";
    }

    /** The folder of the documents, in the checkout that the tests of one module run in. */
    private static Path documents() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("docs/openapi"))) {
                return folder.resolve("docs/openapi");
            }
        }
        throw new IllegalStateException("folder (docs/openapi) must be in this folder or one above it.");
    }
}
