package dev.talentpipeline.internship.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is known of each kind of rows. */
final class Kinds {

    private final Map<ImportKind, RowKind> all = new EnumMap<>(ImportKind.class);

    Kinds(List<RowKind> kinds) {
        kinds.forEach(kind -> all.put(kind.kind(), kind));
    }

    RowKind of(ImportKind kind) {
        RowKind found = all.get(kind);
        if (found == null) {
            throw new IllegalStateException("kind (%s) must have columns.".formatted(kind));
        }
        return found;
    }
}
