package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row says, laid over what is known: a field that it does not name stays, an empty one is cleared. */
record Values(Map<String, String> said) {

    @Nullable String text(String field, @Nullable String before) {
        String value = said.get(field);
        return value == null ? before : value.isEmpty() ? null : value;
    }

    @Nullable Integer whole(String field, @Nullable Integer before) {
        String value = said.get(field);
        return value == null ? before : value.isEmpty() ? null : Integer.valueOf(value);
    }

    boolean yes(String field, boolean before) {
        String value = said.get(field);
        return value == null ? before : Boolean.parseBoolean(value);
    }

    List<@Nullable String> texts(String field, List<String> before) {
        String value = said.get(field);
        return new ArrayList<>(value == null ? before : items(value));
    }

    List<UUID> ids(String field, List<UUID> before) {
        String value = said.get(field);
        return value == null
                ? before
                : items(value).stream().map(UUID::fromString).toList();
    }

    List<SkillLevel> skills(String field, List<SkillLevel> before) {
        String value = said.get(field);
        return value == null
                ? before
                : items(value).stream()
                        .map(item -> item.split(":", 2))
                        .map(parts -> new SkillLevel(parts[0], Integer.parseInt(parts[1])))
                        .toList();
    }

    private static List<String> items(String value) {
        return value.isEmpty() ? List.of() : List.of(value.split("\n", -1));
    }
}
