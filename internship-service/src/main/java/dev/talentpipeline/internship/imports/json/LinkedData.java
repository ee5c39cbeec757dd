package dev.talentpipeline.internship.imports.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON-LD about schema.org as plain JSON: names without the vocabulary's address, values without their wrapping, and in place of what is only referred to within
 * the file, the thing itself. Contexts are not looked up: nothing is fetched, and the names must be schema.org's own.
 */
final class LinkedData {

    private static final String VOCABULARY = "^(https?://schema\\.org/|schema:)";
    private static final String ID = "@id";

    private final Map<String, JsonNode> things = new HashMap<>();
    private final Set<String> within = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    LinkedData(JsonNode file) {
        index(file);
    }

    private void index(JsonNode node) {
        if (node.isObject() && node.size() > 1 && node.path(ID).isString()) {
            things.putIfAbsent(node.path(ID).asString(), node);
        }
        node.forEach(this::index);
    }

    /** Whether the thing stands in another that was made plain. */
    boolean isPartOfAnother(JsonNode thing) {
        return used.contains(thing.path(ID).asString(""));
    }

    static String bare(String name) {
        return name.replaceFirst(VOCABULARY, "");
    }

    JsonNode plain(JsonNode node) {
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.has("@value")) {
            return node.path("@value");
        }
        String id = node.path(ID).asString("");
        JsonNode thing = node.size() == 1 ? things.get(id) : null;
        if (thing != null && within.add(id)) {
            // A thing that refers to itself is not followed into itself.
            used.add(id);
            JsonNode plain = plain(thing);
            within.remove(id);
            return plain;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> fields.set(bare(field.getKey()), plain(field.getValue())));
        return fields;
    }
}
