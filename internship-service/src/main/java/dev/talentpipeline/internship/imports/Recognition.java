package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.Named;
import dev.talentpipeline.internship.catalogue.NearestEntries;
import dev.talentpipeline.kit.cell.Cells;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes texts for entries of the catalogue, or for schools, by id, name or alias in either language, or by what an organisation taught. */
final class Recognition {

    private final List<? extends Named> entries;
    private final Map<String, String> ids = new HashMap<>();

    /**
     * @param taught ids by texts; later ones count more
     */
    Recognition(List<? extends Named> entries, List<Map<String, String>> taught) {
        this.entries = List.copyOf(entries);
        for (Named entry : entries) {
            entry.names().forEach(name -> ids.putIfAbsent(key(name), entry.id()));
        }
        taught.forEach(words -> words.forEach((text, id) -> ids.put(key(text), id)));
    }

    /** The id of the entry that the text names; null: none is known. */
    @Nullable String id(String text) {
        return ids.get(key(text));
    }

    /** Ids of what was perhaps meant, the most likely first. */
    List<String> nearest(String text) {
        return NearestEntries.to(text, entries);
    }

    /** The same, each by the name that a Chinese file writes, and its id. */
    List<String> nearestNamed(String text) {
        return nearest(text).stream().map(this::named).toList();
    }

    private String named(String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .map(entry -> entry instanceof CatalogueEntry known ? "%s (%s)".formatted(known.zh(), id) : id)
                .findFirst()
                .orElse(id);
    }

    /** Without regard to case, width, blanks and hyphens; other signs stay, as in C++ and C#. */
    static String key(String text) {
        StringBuilder key = new StringBuilder();
        Cells.plain(text)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '-' && c != '_')
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
