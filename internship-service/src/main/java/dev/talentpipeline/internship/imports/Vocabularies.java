package dev.talentpipeline.internship.imports;

import java.time.Instant;
import java.util.HashMap;
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

        /** So many names of columns, and so many texts, are taught at most. */
        public static final int MOST_WORDS = 2_000;

        /** Characters of the longest of them. */
        public static final int LONGEST_WORD = 200;

        public Vocabulary {
            columns = Map.copyOf(columns);
            skills = Map.copyOf(skills);
        }

        /** These words with those beside them, which count more where there are both. */
        Vocabulary and(Map<String, String> otherColumns, Map<String, String> otherSkills) {
            Map<String, String> allColumns = new HashMap<>(columns);
            Map<String, String> allSkills = new HashMap<>(skills);
            allColumns.putAll(otherColumns);
            allSkills.putAll(otherSkills);
            return new Vocabulary(version, allColumns, allSkills);
        }

        boolean isTooLarge() {
            return Math.max(columns.size(), skills.size()) > MOST_WORDS;
        }

        /** These words in the place of the ones before, which have the next version unless they are the same. */
        Vocabulary after(Vocabulary before) {
            boolean same = columns.equals(before.columns) && skills.equals(before.skills);
            return new Vocabulary(same ? before.version : before.version + 1, columns, skills);
        }
    }
}
