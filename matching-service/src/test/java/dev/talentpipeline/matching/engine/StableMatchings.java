package dev.talentpipeline.matching.engine;

import dev.talentpipeline.matching.engine.verification.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All stable matchings of a small market, found by trying every matching there is. A matching is the internship of each student, or
 * {@link #NOTHING}.
 */
public final class StableMatchings {

    public static final int NOTHING = -1;

    private final PreferenceTable table;
    private final int[] seats;
    private final List<int[]> stable = new ArrayList<>();
    private final int[] trial;
    private final int[] left;

    private StableMatchings(PreferenceTable table, int[] seats) {
        this.table = table;
        this.seats = seats;
        trial = new int[table.students()];
        left = seats.clone();
    }

    public static List<int[]> of(PreferenceTable table, int[] seats) {
        StableMatchings matchings = new StableMatchings(table, seats);
        matchings.tryFrom(0);
        return matchings.stable;
    }

    /** Of stable matchings the one that every student likes at least as well as any other. */
    public static int[] bestForStudents(PreferenceTable table, List<int[]> stable) {
        return extreme(table, stable, true);
    }

    /** Of stable matchings the one that no student likes better than any other, which is the best for the internships. */
    public static int[] worstForStudents(PreferenceTable table, List<int[]> stable) {
        return extreme(table, stable, false);
    }

    private static int[] extreme(PreferenceTable table, List<int[]> stable, boolean best) {
        return stable.stream()
                .filter(one -> stable.stream().allMatch(other -> noneLikesLess(table, one, other, best)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean noneLikesLess(PreferenceTable table, int[] one, int[] other, boolean best) {
        for (int student = 0; student < one.length; student++) {
            int place = place(table, student, one[student]);
            int otherPlace = place(table, student, other[student]);
            if (best ? place > otherPlace : place < otherPlace) {
                return false;
            }
        }
        return true;
    }

    private void tryFrom(int student) {
        if (student == trial.length) {
            if (isStable(table, seats, trial)) {
                stable.add(trial.clone());
            }
            return;
        }
        trial[student] = NOTHING;
        tryFrom(student + 1);
        for (int pair = table.rowStart(student); pair < table.rowEnd(student); pair++) {
            int internship = table.internshipAt(pair);
            if (left[internship] > 0) {
                left[internship]--;
                trial[student] = internship;
                tryFrom(student + 1);
                left[internship]++;
            }
        }
        trial[student] = NOTHING;
    }

    /** Whether nobody is in an internship that they may not have, no internship is overfull and no pair blocks. */
    public static boolean isStable(PreferenceTable table, int[] seats, int[] matching) {
        return faults(table, seats, matching).sound();
    }

    /** What is wrong with a matching, by the definition. */
    public static Verdict faults(PreferenceTable table, int[] seats, int[] matching) {
        int unacceptable = 0;
        int overfull = 0;
        int blocking = 0;
        int[] given = new int[seats.length];
        long[] worst = new long[seats.length];
        Arrays.fill(worst, -1);
        for (int student = 0; student < matching.length; student++) {
            if (matching[student] != NOTHING) {
                given[matching[student]]++;
                int place = place(table, student, matching[student]);
                if (place == Integer.MAX_VALUE) {
                    unacceptable++;
                    continue;
                }
                worst[matching[student]] = Math.max(worst[matching[student]], table.priorityAt(place));
            }
        }
        for (int internship = 0; internship < seats.length; internship++) {
            overfull += Math.max(0, given[internship] - seats[internship]);
        }
        for (int student = 0; student < matching.length; student++) {
            int end = Math.min(table.rowEnd(student), place(table, student, matching[student]));
            for (int better = table.rowStart(student); better < end; better++) {
                int internship = table.internshipAt(better);
                if (given[internship] < seats[internship] || table.priorityAt(better) < worst[internship]) {
                    blocking++;
                }
            }
        }
        return new Verdict(blocking, overfull, unacceptable);
    }

    private static int place(PreferenceTable table, int student, int internship) {
        for (int pair = table.rowStart(student); pair < table.rowEnd(student); pair++) {
            if (table.internshipAt(pair) == internship) {
                return pair;
            }
        }
        return Integer.MAX_VALUE;
    }
}
