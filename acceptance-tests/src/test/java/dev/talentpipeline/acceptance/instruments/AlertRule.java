package dev.talentpipeline.acceptance.instruments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An alert as a file of rules declares it. */
record AlertRule(
        Path file, String name, String expression, Map<String, String> labels, Map<String, String> annotations) {

    /** All of the repository. */
    static List<AlertRule> all() {
        List<AlertRule> rules = new ArrayList<>();
        for (Path file : Checkout.files(Checkout.RULES, ".yml")) {
            for (Map<String, Object> group : maps(yaml(file).get("groups"))) {
                for (Map<String, Object> rule : maps(group.get("rules"))) {
                    rules.add(new AlertRule(
                            file,
                            String.valueOf(rule.get("alert")),
                            String.valueOf(rule.get("expr")),
                            texts(rule.get("labels")),
                            texts(rule.get("annotations"))));
                }
            }
        }
        return rules;
    }

    static Map<String, Object> yaml(Path file) {
        return mapping(new Yaml(new SafeConstructor(new LoaderOptions())).load(Checkout.read(file)));
    }

    @SuppressWarnings("unchecked") // Keys of these files are words.
    static Map<String, Object> mapping(Object map) {
        return (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked") // promtool has checked what the files look like.
    static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(Object map) {
        return map == null ? Map.of() : (Map<String, String>) map;
    }
}
