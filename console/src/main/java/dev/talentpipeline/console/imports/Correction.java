package dev.talentpipeline.console.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody says of a file that they look at, as the page sends it: {@code columns.3} is the field that the third column is, empty where it is not
 * read; {@code skill.0} a skill and, after a blank, the text that means it, empty where the text is left out, and {@code occupation.0} the same of an
 * occupation, empty where it is as it was recognised. So what is not said takes no field of its own.
 *
 * @param columns fields of the columns that are to be read, by their places
 * @param skills by texts that were taken for none
 * @param occupations by texts that were taken for none, or for another
 * @param remember whether later files are to be read so too
 */
record Correction(
        Map<String, String> columns, Map<String, String> skills, Map<String, String> occupations, boolean remember) {

    private static final String COLUMNS = "columns.";
    private static final String SKILL = "skill.";
    private static final String OCCUPATION = "occupation.";

    static Correction of(MultiValueMap<String, String> typed) {
        Map<String, String> columns = new TreeMap<>();
        Map<String, String> skills = new TreeMap<>();
        Map<String, String> occupations = new TreeMap<>();
        typed.forEach((name, values) -> {
            String value = first(values);
            int blank = value.indexOf(' ');
            if (name.startsWith(COLUMNS) && !value.isEmpty()) {
                columns.put(name.substring(COLUMNS.length()), value);
            } else if (name.startsWith(SKILL) && blank > 0) {
                skills.put(value.substring(blank + 1), value.substring(0, blank));
            } else if (name.startsWith(OCCUPATION) && blank > 0) {
                occupations.put(value.substring(blank + 1), value.substring(0, blank));
            }
        });
        return new Correction(columns, skills, occupations, typed.containsKey("remember"));
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
