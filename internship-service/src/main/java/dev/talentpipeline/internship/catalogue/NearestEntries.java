package dev.talentpipeline.internship.catalogue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds what somebody probably meant: the entries whose id, name or alias in either language is closest to the text, by edit distance
 * (Levenshtein, over code points). A name that contains the text counts as close, and so does one that stands in the text as words of
 * their own, as Java in "web development in Java".
 */
public final class NearestEntries {

    private static final int SHOWN = 5;

    /** C and R stand in too much. */
    private static final int SHORTEST_WORD = 2;

    private NearestEntries() {}

    /** Ids of the nearest entries, nearest first. */
    public static List<String> to(String text, List<? extends Named> entries) {
        int[] wanted = normalized(text);
        return entries.stream()
                .map(entry -> new Distance(entry.id(), distance(wanted, entry)))
                .sorted(Comparator.comparingInt(Distance::edits).thenComparing(Distance::id))
                .limit(SHOWN)
                .map(Distance::id)
                .toList();
    }

    private record Distance(String id, int edits) {}

    private static int distance(int[] wanted, Named entry) {
        return entry.names()
                .map(NearestEntries::normalized)
                .mapToInt(name -> contains(name, wanted) || standsIn(wanted, name) ? 1 : edits(wanted, name))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static boolean contains(int[] name, int[] wanted) {
        return wanted.length >= SHORTEST_WORD
                && name.length > wanted.length
                && new String(name, 0, name.length).contains(new String(wanted, 0, wanted.length));
    }

    private static boolean standsIn(int[] text, int[] name) {
        if (name.length < SHORTEST_WORD) {
            return false;
        }
        for (int start = 0; start + name.length < text.length + 1; start++) {
            int end = start + name.length;
            if (Arrays.equals(text, start, end, name, 0, name.length)
                    && (start == 0 || isBoundary(text[start - 1], name[0]))
                    && (end == text.length || isBoundary(text[end], name[name.length - 1]))) {
                return true;
            }
        }
        return false;
    }

    /** Chinese is written without spaces between words. */
    private static boolean isBoundary(int beside, int edge) {
        return !Character.isLetterOrDigit(beside) || Character.isIdeographic(beside) || Character.isIdeographic(edge);
    }

    private static int[] normalized(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", "-")
                .codePoints()
                .toArray();
    }

    /** Insertions, deletions and replacements that turn one into the other. */
    static int edits(int[] from, int[] to) {
        int[] previous = new int[to.length + 1];
        int[] row = new int[to.length + 1];
        for (int j = 0; j <= to.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length; i++) {
            row[0] = i;
            for (int j = 1; j <= to.length; j++) {
                int replaced = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
            }
            int[] filled = row;
            row = previous;
            previous = filled;
        }
        return previous[to.length];
    }
}
