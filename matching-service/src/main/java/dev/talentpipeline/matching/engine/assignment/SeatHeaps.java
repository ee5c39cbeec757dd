package dev.talentpipeline.matching.engine.assignment;

import java.util.Arrays;

/** The students whom each internship keeps so far: for each a heap in one flat array, the worst student at its root. */
final class SeatHeaps {

    static final int NOBODY = -1;

    private final int[] start;
    private final int[] size;
    /** Place in the upper half, student in the lower: the larger, the worse. */
    private final long[] kept;

    SeatHeaps(ListedPairs pairs, int[] seats) {
        int[] applicants = new int[seats.length];
        for (int pair = 0; pair < pairs.size(); pair++) {
            applicants[pairs.choiceAt(pair)]++;
        }
        start = new int[seats.length + 1];
        for (int internship = 0; internship < seats.length; internship++) {
            // More seats than applicants need no room.
            start[internship + 1] = start[internship] + Math.min(seats[internship], applicants[internship]);
        }
        size = new int[seats.length];
        kept = new long[start[seats.length]];
    }

    /** Takes a proposal; gives who is refused by it: the proposing student, one displaced, or nobody. */
    int propose(int student, int internship, int place) {
        long priority = (long) place << 32 | student;
        int root = start[internship];
        int capacity = start[internship + 1] - root;
        if (size[internship] < capacity) {
            siftUp(root, size[internship]++, priority);
            return NOBODY;
        }
        if (capacity == 0 || kept[root] < priority) {
            return student;
        }
        int displaced = (int) kept[root];
        siftDown(root, capacity, priority);
        return displaced;
    }

    private void siftUp(int root, int from, long priority) {
        int at = from;
        while (at > 0 && kept[root + ((at - 1) >>> 1)] < priority) {
            kept[root + at] = kept[root + ((at - 1) >>> 1)];
            at = (at - 1) >>> 1;
        }
        kept[root + at] = priority;
    }

    private void siftDown(int root, int capacity, long priority) {
        int at = 0;
        int child = 1;
        while (child < capacity) {
            if (child + 1 < capacity && kept[root + child + 1] > kept[root + child]) {
                child++;
            }
            if (kept[root + child] <= priority) {
                break;
            }
            kept[root + at] = kept[root + child];
            at = child;
            child = 2 * at + 1;
        }
        kept[root + at] = priority;
    }

    /** By student the internship that keeps them. */
    int[] internships(int students) {
        int[] internships = new int[students];
        Arrays.fill(internships, ListedAcceptance.NOTHING);
        for (int internship = 0; internship < size.length; internship++) {
            for (int at = 0; at < size[internship]; at++) {
                internships[(int) kept[start[internship] + at]] = internship;
            }
        }
        return internships;
    }
}
