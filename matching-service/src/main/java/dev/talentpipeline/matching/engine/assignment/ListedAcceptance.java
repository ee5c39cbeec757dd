package dev.talentpipeline.matching.engine.assignment;

import java.util.Arrays;

/**
 * Deferred acceptance over given lists (D. Gale and L. S. Shapley, College Admissions and the Stability of Marriage, 1962). Time and space are
 * linear in the pairs, but for the logarithm of an internship's seats.
 */
public final class ListedAcceptance {

    /** What a student has who has nothing. */
    public static final int NOTHING = -1;

    private ListedAcceptance() {}

    /** The stable matching that is best for every student: by student the internship, or {@link #NOTHING}. */
    public static int[] studentOptimal(ListedPairs pairs, int[] seats) {
        SeatHeaps heaps = new SeatHeaps(pairs, seats);
        int[] next = new int[pairs.students()];
        for (int first = 0; first < next.length; first++) {
            int student = first;
            while (student != SeatHeaps.NOBODY) {
                int pair = pairs.rowStart(student) + next[student];
                if (pair == pairs.rowEnd(student)) {
                    break;
                }
                next[student]++;
                student = heaps.propose(student, pairs.choiceAt(pair), pairs.placeAt(pair));
            }
        }
        return heaps.internships(pairs.students());
    }

    /** The stable matching that is best for every internship, and so the worst stable one for every student. */
    public static int[] internshipOptimal(ListedPairs pairs, int[] seats) {
        Order order = new Order(pairs);
        int[] held = new int[pairs.students()];
        Arrays.fill(held, NOTHING);
        int[] next = Arrays.copyOf(order.start, pairs.internships());
        int[] vacant = seats.clone();
        int[] asking = new int[pairs.internships()];
        boolean[] waits = new boolean[pairs.internships()];
        int size = 0;
        for (int internship = asking.length - 1; internship >= 0; internship--) {
            asking[size++] = internship;
            waits[internship] = true;
        }
        while (size > 0) {
            int internship = asking[size - 1];
            if (vacant[internship] == 0 || next[internship] == order.start[internship + 1]) {
                size--;
                waits[internship] = false;
                continue;
            }
            int pair = order.pairs[next[internship]];
            int student = order.students[next[internship]++];
            // Pairs of one student stand in the student's order: the lower one is the better internship.
            if (held[student] == NOTHING || pair < held[student]) {
                vacant[internship]--;
                if (held[student] != NOTHING) {
                    int left = pairs.choiceAt(held[student]);
                    vacant[left]++;
                    if (!waits[left]) {
                        asking[size++] = left;
                        waits[left] = true;
                    }
                }
                held[student] = pair;
            }
        }
        int[] matching = new int[held.length];
        for (int student = 0; student < held.length; student++) {
            matching[student] = held[student] == NOTHING ? NOTHING : pairs.choiceAt(held[student]);
        }
        return matching;
    }

    /** The pairs seen from the other side: for each internship its students, best first. */
    private static final class Order {

        final int[] start;
        final int[] students;
        final int[] pairs;

        Order(ListedPairs of) {
            start = new int[of.internships() + 1];
            for (int pair = 0; pair < of.size(); pair++) {
                start[of.choiceAt(pair) + 1]++;
            }
            for (int internship = 0; internship < of.internships(); internship++) {
                start[internship + 1] += start[internship];
            }
            long[] ranked = new long[of.size()];
            int[] filled = Arrays.copyOf(start, of.internships());
            int[] owners = new int[of.size()];
            for (int student = 0; student < of.students(); student++) {
                for (int pair = of.rowStart(student); pair < of.rowEnd(student); pair++) {
                    owners[pair] = student;
                    ranked[filled[of.choiceAt(pair)]++] = (long) of.placeAt(pair) << 32 | pair;
                }
            }
            students = new int[of.size()];
            pairs = new int[of.size()];
            for (int internship = 0; internship < of.internships(); internship++) {
                // Pairs ascend with their students, so a tie of places goes to the lower student.
                Arrays.sort(ranked, start[internship], start[internship + 1]);
                for (int at = start[internship]; at < start[internship + 1]; at++) {
                    pairs[at] = (int) ranked[at];
                    students[at] = owners[pairs[at]];
                }
            }
        }
    }
}
