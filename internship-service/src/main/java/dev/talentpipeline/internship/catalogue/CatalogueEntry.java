package dev.talentpipeline.internship.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An occupation or a skill that profiles and openings may name.
 *
 * @param id stable slug
 * @param en English name
 * @param zh Chinese name
 * @param family the family of occupations it belongs to, such as {@code ai}
 * @param announced month of its announcement as {@code 2019-04}; occupations only
 * @param aliases other names, in either language
 */
public record CatalogueEntry(
        Kind kind,
        String id,
        String en,
        String zh,
        String family,
        @Nullable String announced,
        List<String> aliases) implements Named {

    public CatalogueEntry {
        aliases = List.copyOf(aliases);
    }

    /** What an entry is. */
    public enum Kind {
        OCCUPATION,
        SKILL;

        /** How messages name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Stream<String> names() {
        return Stream.concat(Stream.of(id, en, zh), aliases.stream());
    }
}
