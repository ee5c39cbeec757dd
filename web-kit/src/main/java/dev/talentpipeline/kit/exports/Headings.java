package dev.talentpipeline.kit.exports;

import dev.talentpipeline.kit.exports.ImportedColumns.ImportedColumn;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the columns of one list are called: as an import calls them where one reads the list, otherwise by the words of a dictionary for Chinese
 * and by the fields' own names for English. What is called like that in which it stands is said once.
 */
final class Headings {

    private final Map<String, String> dictionary;
    private final ExportLanguage language;
    private final Map<String, String> imported = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param dictionary Chinese words by names of fields
     * @param columns of the import that reads the list; empty if none does
     */
    Headings(Map<String, String> dictionary, List<ImportedColumn> columns, ExportLanguage language) {
        this.dictionary = Map.copyOf(dictionary);
        this.language = language;
        for (ImportedColumn column : columns) {
            imported.put(column.field(), column.name());
            places.put(column.field(), places.size());
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
        return language == ExportLanguage.ZH
                ? String.join(
                        " ",
                        path.stream()
                                .map(name -> dictionary.getOrDefault(name, name))
                                .distinct()
                                .toList())
                : english(path);
    }

    /** The names with blanks between their words, the first letter large: {@code job.acceptedAt} becomes {@code Job accepted at}. */
    private static String english(List<String> path) {
        String words = String.join(" ", new LinkedHashSet<>(path))
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return words.equals("id") ? "ID" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
