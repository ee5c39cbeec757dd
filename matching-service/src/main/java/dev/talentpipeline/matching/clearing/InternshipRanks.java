package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.preference.PreferenceTable;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * For matched students their place among all eligible ones in the internship's order. Counts every acceptable pair once, against the
 * matched students of its internship, instead of sorting all candidates of every internship.
 */
final class InternshipRanks {

    /** By internship the priorities of its matched students, sorted; null where nobody was matched. */
    private final long[] @Nullable [] matched;
    /** By internship and place in {@link #matched}: how many eligible students come between the one before and this one. */
    private final int[] @Nullable [] before;

    InternshipRanks(RankedMarket ranked, PreferenceTable table, Matching matching) {
        matched = new long[table.internships()][];
        before = new int[table.internships()][];
        collect(ranked, matching);
        for (int pair = 0; pair < table.pairs(); pair++) {
            count(table.internshipAt(pair), table.priorityAt(pair));
        }
        countSeated(ranked);
    }

    private void collect(RankedMarket ranked, Matching matching) {
        int[] sizes = new int[matched.length];
        for (int pair = 0; pair < matching.size(); pair++) {
            sizes[matching.internshipAt(pair)]++;
        }
        for (int internship = 0; internship < sizes.length; internship++) {
            if (sizes[internship] > 0) {
                matched[internship] = new long[sizes[internship]];
                before[internship] = new int[sizes[internship] + 1];
            }
        }
        for (int pair = 0; pair < matching.size(); pair++) {
            int internship = matching.internshipAt(pair);
            long[] row = matched[internship];
            if (row != null) {
                row[--sizes[internship]] = ranked.internshipsPriority(matching.studentAt(pair), internship);
            }
        }
        for (long[] row : matched) {
            if (row != null) {
                Arrays.sort(row);
            }
        }
    }

    /** Students with a seat are not in the table, but an internship ranks them all the same. */
    private void countSeated(RankedMarket ranked) {
        for (int student = 0; student < ranked.students(); student++) {
            if (ranked.seeks(student)) {
                continue;
            }
            for (int internship = 0; internship < matched.length; internship++) {
                if (matched[internship] != null && ranked.firstFailing(student, internship) == null) {
                    count(internship, ranked.internshipsPriority(student, internship));
                }
            }
        }
    }

    private void count(int internship, long priority) {
        long[] row = matched[internship];
        int[] counts = before[internship];
        if (row == null || counts == null) {
            return;
        }
        int at = Arrays.binarySearch(row, priority);
        // A student is not before themselves, only before the next one.
        counts[at < 0 ? -at - 1 : at + 1]++;
    }

    /** The place of a matched student, 1 is best. */
    int rankOf(int internship, long priority) {
        long[] row = matched[internship];
        int[] counts = before[internship];
        if (row == null || counts == null) {
            throw new IllegalStateException("Nobody was matched with internship " + internship + ".");
        }
        int rank = 1;
        int place = Arrays.binarySearch(row, priority);
        for (int at = 0; at <= place; at++) {
            rank += counts[at];
        }
        return rank;
    }
}
