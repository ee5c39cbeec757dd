package dev.talentpipeline.internship.imports;

import java.time.Instant;
import java.util.Map;

/** How organisations call columns and skills in their files. */
public interface Vocabularies {

    Vocabulary of(String organisation, ImportKind kind);

    /** The words, locked until the transaction ends, also where there are none yet. */
    Vocabulary lock(String organisation, ImportKind kind, Instant now);

    /** Saves locked ones. */
    void save(String organisation, ImportKind kind, Vocabulary vocabulary, Instant now);

    /**
     * One organisation's words for one kind of rows.
     *
     * @param version grows by 1 with every change; 0 as long as nobody has taught any
     * @param columns name of a column to the field that it is; an empty field: it is not read
     * @param skills text to the id of the skill that it means
     */
    record Vocabulary(long version, Map<String, String> columns, Map<String, String> skills) {

        public static final Vocabulary NONE = new Vocabulary(0, Map.of(), Map.of());

        public Vocabulary {
            columns = Map.copyOf(columns);
            skills = Map.copyOf(skills);
        }

        /** These words in the place of the ones before, which have the next version unless they are the same. */
        Vocabulary after(Vocabulary before) {
            boolean same = columns.equals(before.columns) && skills.equals(before.skills);
            return new Vocabulary(same ? before.version : before.version + 1, columns, skills);
        }
    }
}
