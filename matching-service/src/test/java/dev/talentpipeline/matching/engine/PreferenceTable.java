package dev.talentpipeline.matching.engine;

import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.Arrays;
import java.util.List;

/**
 * All acceptable pairs of a market as flat arrays: for each student the internships in the student's order, and beside each the
 * internship's priority for that student. Made pair by pair, to hold the engine against. Immutable once built.
 *
 * <pre>
 *  start     [ 0 | 3 | 3 | 7 ...            students + 1 numbers: row s is start[s] until start[s + 1]
 *  choice    [ i4 i0 i9 | i1 i4 i2 i0 ...   internship, best first within a row
 *  priority  [ p  p  p  | p  p  p  p  ...   what that internship thinks of the row's student, lower is better
 * </pre>
 */
public final class PreferenceTable {

    private static final int PLACE_BITS = 22;
    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

    private final int internships;
    private final int[] start;
    private final int[] choice;
    private final long[] priority;

    private PreferenceTable(int internships, int[] start, int[] choice, long[] priority) {
        this.internships = internships;
        this.start = start;
        this.choice = choice;
        this.priority = priority;
    }

    /**
     * The table of a market, pair by pair; the rows of students who take no part are empty.
     */
    public static PreferenceTable of(RankedMarket ranked) {
        Builder table = new Builder(ranked.students(), ranked.internships());
        for (int student = 0; student < ranked.students(); student++) {
            for (int internship : ranked.seeks(student) ? ranked.choicesOf(student) : new int[0]) {
                table.add(internship, ranked.internshipsPriority(student, internship));
            }
            table.endRow();
        }
        return table.build();
    }

    /**
     * The table of lists given on both sides: a pair is acceptable only if each names the other.
     *
     * @param students for each student internships, best first
     * @param internships for each internship students, best first
     */
    public static PreferenceTable ofLists(List<int[]> students, List<int[]> internships) {
        long[] places = places(internships);
        Builder table = new Builder(students.size(), internships.size());
        for (int student = 0; student < students.size(); student++) {
            for (int internship : students.get(student)) {
                long wanted = pair(internship, student);
                int at = Arrays.binarySearch(places, wanted);
                at = at < 0 ? -at - 1 : at;
                if (at < places.length && places[at] >>> PLACE_BITS == wanted >>> PLACE_BITS) {
                    table.add(internship, (places[at] & PLACE_MASK) << PLACE_BITS | student);
                }
            }
            table.endRow();
        }
        return table.build();
    }

    /** Internship (19 bits), student (22), place (22): sorted, so that a pair's place is found by search. */
    private static long[] places(List<int[]> internships) {
        long[] places =
                new long[internships.stream().mapToInt(list -> list.length).sum()];
        int at = 0;
        for (int internship = 0; internship < internships.size(); internship++) {
            int[] list = internships.get(internship);
            for (int place = 0; place < list.length; place++) {
                places[at++] = pair(internship, list[place]) | place;
            }
        }
        Arrays.sort(places);
        return places;
    }

    private static long pair(int internship, int student) {
        return ((long) internship << (2 * PLACE_BITS)) | ((long) student << PLACE_BITS);
    }

    public int students() {
        return start.length - 1;
    }

    public int internships() {
        return internships;
    }

    /** How many acceptable pairs there are. */
    public int pairs() {
        return choice.length;
    }

    public int rowStart(int student) {
        return start[student];
    }

    public int rowEnd(int student) {
        return start[student + 1];
    }

    public int internshipAt(int pair) {
        return choice[pair];
    }

    public long priorityAt(int pair) {
        return priority[pair];
    }

    /** Appends rows in the order of the students. */
    private static final class Builder {

        private final int internships;
        private final int[] start;
        private int rows;
        private int size;
        private int[] choice = new int[1024];
        private long[] priority = new long[1024];

        Builder(int students, int internships) {
            this.internships = internships;
            this.start = new int[students + 1];
        }

        void add(int internship, long regard) {
            if (size == choice.length) {
                choice = Arrays.copyOf(choice, size * 2);
                priority = Arrays.copyOf(priority, size * 2);
            }
            choice[size] = internship;
            priority[size++] = regard;
        }

        void endRow() {
            start[++rows] = size;
        }

        PreferenceTable build() {
            return new PreferenceTable(internships, start, Arrays.copyOf(choice, size), Arrays.copyOf(priority, size));
        }
    }
}
