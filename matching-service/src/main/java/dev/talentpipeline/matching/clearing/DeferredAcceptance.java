package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.preference.PreferenceTable;
import dev.talentpipeline.matching.preference.Priority;
import java.util.Arrays;

/**
 * Deferred acceptance over flat arrays (D. Gale and L. S. Shapley, College Admissions and the Stability of Marriage, 1962): the one
 * side proposes in its own order, the other keeps the best so far and refuses the rest. The result is stable, and the best stable
 * one for every member of the proposing side, in whatever order they propose. Time and space are linear in the acceptable pairs, but for
 * the logarithm of an internship's seats.
 */
public final class DeferredAcceptance {

    private static final int NO_PAIR = -1;

    private DeferredAcceptance() {}

    /** The stable matching that is best for every student. */
    public static Matching studentOptimal(PreferenceTable table, int[] freeSeats) {
        Admissions admissions = new Admissions(table, freeSeats);
        int[] next = new int[table.students()];
        for (int student = 0; student < next.length; student++) {
            next[student] = table.rowStart(student);
        }
        for (int first = 0; first < next.length; first++) {
            // Whoever is displaced proposes next, until somebody stays or has no choice left.
            int proposing = first;
            while (proposing != Admissions.NOBODY && next[proposing] < table.rowEnd(proposing)) {
                int pair = next[proposing]++;
                proposing = admissions.propose(proposing, table.internshipAt(pair), table.priorityAt(pair));
            }
        }
        return admissions.matching();
    }

    /** The stable matching that is best for every internship, and so the worst stable one for every student. */
    public static Matching internshipOptimal(PreferenceTable table, int[] freeSeats) {
        InternshipsOrder order = new InternshipsOrder(table);
        int[] held = new int[table.students()];
        Arrays.fill(held, NO_PAIR);
        int[] next = new int[table.internships()];
        int[] open = freeSeats.clone();
        int[] waiting = new int[table.internships()];
        int waitingSize = 0;
        for (int internship = 0; internship < open.length; internship++) {
            next[internship] = order.start(internship);
            waiting[waitingSize++] = internship;
        }
        while (waitingSize > 0) {
            int internship = waiting[--waitingSize];
            while (open[internship] > 0 && next[internship] < order.end(internship)) {
                int pair = order.pairAt(next[internship]);
                int student = order.studentAt(next[internship]++);
                // Pairs of one student stand in the student's order: the smaller number is the better internship.
                if (held[student] != NO_PAIR && held[student] < pair) {
                    continue;
                }
                open[internship]--;
                if (held[student] != NO_PAIR) {
                    int left = table.internshipAt(held[student]);
                    if (open[left]++ == 0) {
                        waiting[waitingSize++] = left;
                    }
                }
                held[student] = pair;
            }
        }
        Matching.Builder matching = new Matching.Builder();
        for (int student = 0; student < held.length; student++) {
            if (held[student] != NO_PAIR) {
                matching.add(student, table.internshipAt(held[student]));
            }
        }
        return matching.build();
    }

    /** The students whom each internship keeps so far: for each a heap in one flat array, the worst student at its root. */
    private static final class Admissions {

        static final int NOBODY = -1;

        private final int[] start;
        private final int[] size;
        private final long[] heaps;

        Admissions(PreferenceTable table, int[] freeSeats) {
            int[] applicants = new int[freeSeats.length];
            for (int pair = 0; pair < table.pairs(); pair++) {
                applicants[table.internshipAt(pair)]++;
            }
            start = new int[freeSeats.length + 1];
            for (int internship = 0; internship < freeSeats.length; internship++) {
                // More seats than applicants need no room.
                start[internship + 1] = start[internship] + Math.min(freeSeats[internship], applicants[internship]);
            }
            size = new int[freeSeats.length];
            heaps = new long[start[freeSeats.length]];
        }

        /** Takes a proposal; gives the student who is refused by it: the proposing one, one displaced, or nobody. */
        int propose(int student, int internship, long priority) {
            int root = start[internship];
            int capacity = start[internship + 1] - root;
            if (size[internship] < capacity) {
                siftUp(root, size[internship]++, priority);
                return NOBODY;
            }
            if (capacity == 0 || heaps[root] < priority) {
                return student;
            }
            int displaced = Priority.index(heaps[root]);
            siftDown(root, capacity, priority);
            return displaced;
        }

        private void siftUp(int root, int hole, long priority) {
            int at = hole;
            while (at > 0) {
                int parent = (at - 1) >>> 1;
                if (heaps[root + parent] >= priority) {
                    break;
                }
                heaps[root + at] = heaps[root + parent];
                at = parent;
            }
            heaps[root + at] = priority;
        }

        private void siftDown(int root, int capacity, long priority) {
            int at = 0;
            int child = 1;
            while (child < capacity) {
                if (child + 1 < capacity && heaps[root + child + 1] > heaps[root + child]) {
                    child++;
                }
                if (heaps[root + child] <= priority) {
                    break;
                }
                heaps[root + at] = heaps[root + child];
                at = child;
                child = 2 * at + 1;
            }
            heaps[root + at] = priority;
        }

        Matching matching() {
            Matching.Builder matching = new Matching.Builder();
            for (int internship = 0; internship < size.length; internship++) {
                for (int at = start[internship]; at < start[internship] + size[internship]; at++) {
                    matching.add(Priority.index(heaps[at]), internship);
                }
            }
            return matching.build();
        }
    }
}
