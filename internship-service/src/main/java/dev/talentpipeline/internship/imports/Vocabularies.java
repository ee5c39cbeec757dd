package dev.talentpipeline.internship.imports;

import dev.talentpipeline.kit.cell.Cells;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How organisations call columns, skills and occupations in their files. */
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
     * @param texts what texts in columns of skills and occupations mean
     */
    record Vocabulary(long version, Map<String, String> columns, Meanings texts) {

        public static final Vocabulary NONE = new Vocabulary(0, Map.of(), Meanings.NONE);

        /** So many names of columns, and so many texts of either kind, are taught at most. */
        public static final int MOST_WORDS = 2_000;

        /** Characters of the longest of them. */
        public static final int LONGEST_WORD = 200;

        public Vocabulary {
            columns = Map.copyOf(columns);
        }

        /** These words with those beside them, which take the place of what is read as the same word. */
        Vocabulary and(Map<String, String> otherColumns, Meanings others) {
            return new Vocabulary(
                    version,
                    with(columns, otherColumns, Cells::key),
                    new Meanings(
                            with(texts.skills(), others.skills(), Recognition::key),
                            with(texts.occupations(), others.occupations(), Recognition::key)));
        }

        private static Map<String, String> with(
                Map<String, String> words, Map<String, String> others, UnaryOperator<String> key) {
            Set<String> replaced = others.keySet().stream().map(key).collect(Collectors.toSet());
            Map<String, String> all = new HashMap<>(words);
            all.keySet().removeIf(word -> replaced.contains(key.apply(word)));
            all.putAll(others);
            return all;
        }

        boolean isTooLarge() {
            return Stream.of(columns, texts.skills(), texts.occupations()).anyMatch(words -> words.size() > MOST_WORDS);
        }

        /** These words in the place of the ones before, which have the next version unless they are the same. */
        Vocabulary after(Vocabulary before) {
            boolean same = columns.equals(before.columns) && texts.equals(before.texts);
            return new Vocabulary(same ? before.version : before.version + 1, columns, texts);
        }
    }
}
