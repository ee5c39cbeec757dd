package dev.talentpipeline.internship.exports.web;

import dev.talentpipeline.internship.imports.Template;
import dev.talentpipeline.internship.imports.Template.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one list are called: as an import calls them where one reads the list, otherwise by the words of a dictionary for Chinese
 * and by the fields' own names for English.
 */
final class Headings {

    private final Map<String, String> dictionary;
    private final Language language;
    private final Map<String, String> imported = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param dictionary Chinese words by names of fields
     * @param template of the import that reads the list; null if none does
     */
    Headings(Map<String, String> dictionary, @Nullable Template template, Language language) {
        this.dictionary = Map.copyOf(dictionary);
        this.language = language;
        if (template != null) {
            for (Template.Note note : template.notes()) {
                imported.put(note.field(), note.name());
                places.put(note.field(), places.size());
            }
        }
    }

    boolean isImported(List<String> path) {
        return path.size() == 1 && imported.containsKey(path.getFirst());
    }

    /** By which columns are sorted: those of the import first. */
    int place(String field, int depth) {
        return depth == 1 ? places.getOrDefault(field, Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }

    String name(List<String> path) {
        String known = isImported(path) ? imported.get(path.getFirst()) : null;
        if (known != null) {
            return known;
        }
        return language == Language.ZH
                ? String.join(
                        " ",
                        path.stream()
                                .map(name -> dictionary.getOrDefault(name, name))
                                .toList())
                : english(path);
    }

    /** The names with blanks between their words, the first letter large: {@code job.acceptedAt} becomes {@code Job accepted at}. */
    private static String english(List<String> path) {
        String words =
                String.join(" ", path).replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.equals("id") ? "ID" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
