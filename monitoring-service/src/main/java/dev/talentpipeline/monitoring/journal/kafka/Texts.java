package dev.talentpipeline.monitoring.journal.kafka;

import org.jspecify.annotations.Nullable;

/** Texts as a database takes them. A record that nobody can read must not stop the journal by what stands in its key. */
final class Texts {

    private static final int LONGEST = 200;

    private Texts() {}

    /** Without the one character that PostgreSQL has no place for. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** An id, which is never long: what is longer is none. */
    static @Nullable String id(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String storable = storable(text);
        return storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST);
    }
}
