package dev.talentpipeline.console.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody says of a file that they look at, as the page sends it: {@code columns.3} is the field that the third column is, empty where it is not
 * read, {@code was.3} what it was taken for, and {@code name.3} its name; {@code skill.0} the skill that {@code text.0} means.
 *
 * @param fields of the columns that are to be read, by their places
 * @param columns fields by the names of columns that were taken for something else, to be remembered; empty: not to be read
 * @param skills by texts that were taken for none
 */
record Correction(Map<String, String> fields, Map<String, String> columns, Map<String, String> skills) {

    private static final String COLUMNS = "columns.";
    private static final String TEXT = "text.";

    static Correction of(MultiValueMap<String, String> typed) {
        Map<String, String> fields = new TreeMap<>();
        Map<String, String> columns = new TreeMap<>();
        Map<String, String> skills = new TreeMap<>();
        typed.forEach((name, values) -> {
            if (name.startsWith(COLUMNS)) {
                String at = name.substring(COLUMNS.length());
                String field = first(values);
                if (!field.isEmpty()) {
                    fields.put(at, field);
                }
                if (!field.equals(first(typed.getOrDefault("was." + at, List.of())))) {
                    columns.put(first(typed.getOrDefault("name." + at, List.of())), field);
                }
            } else if (name.startsWith(TEXT)) {
                String skill = first(typed.getOrDefault("skill." + name.substring(TEXT.length()), List.of()));
                if (!skill.isEmpty()) {
                    skills.put(first(values), skill);
                }
            }
        });
        columns.remove("");
        return new Correction(fields, typed.containsKey("remember") ? columns : Map.of(), skills);
    }

    boolean teaches() {
        return !columns.isEmpty() || !skills.isEmpty();
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
