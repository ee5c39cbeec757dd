package dev.talentpipeline.internship.imports;

import java.time.Instant;
import java.util.Map;

/** How organisations call columns and skills in their files. */
public interface Vocabularies {

    Vocabulary of(String organisation, ImportKind kind);

    void save(String organisation, ImportKind kind, Vocabulary vocabulary, Instant now);

    /**
     * One organisation's words for one kind of rows.
     *
     * @param columns name of a column to the field that it is; an empty field: it is not read
     * @param skills text to the id of the skill that it means
     */
    record Vocabulary(Map<String, String> columns, Map<String, String> skills) {

        public static final Vocabulary NONE = new Vocabulary(Map.of(), Map.of());

        public Vocabulary {
            columns = Map.copyOf(columns);
            skills = Map.copyOf(skills);
        }
    }
}
