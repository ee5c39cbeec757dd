package dev.talentpipeline.matching.engine.assignment;

import java.util.Arrays;

/**
 * The pairs of a market with lists on both sides, where only those may meet who list each other. Students and internships go by number from
 * 0. The arrays are kept, not copied.
 *
 * <pre>
 *  start   [ 0 | 3 | 3 | 7 ...            students + 1 numbers: row s is start[s] until start[s + 1]
 *  choice  [ i4 i0 i9 | i1 i4 i2 i0 ...   internship, best first within a row
 *  place   [ p  p  p  | p  p  p  p  ...   where that internship puts the row's student, lower is better; ties go to the lower number
 * </pre>
 */
public final class ListedPairs {

    private static final int MEMBER_MASK = (1 << 21) - 1;

    private final int internships;
    private final int[] start;
    private final int[] choice;
    private final int[] place;

    public ListedPairs(int internships, int[] start, int[] choice, int[] place) {
        this.internships = internships;
        this.start = start;
        this.choice = choice;
        this.place = place;
    }

    /** The pairs that list each other. */
    public static ListedPairs mutual(int[][] studentLists, int[][] internshipLists) {
        long[] places = places(internshipLists);
        int[] start = new int[studentLists.length + 1];
        int[] choice = new int
                [Arrays.stream(studentLists).mapToInt(list -> list.length).sum()];
        int[] place = new int[choice.length];
        int[] placesOfRow = new int[internshipLists.length];
        int size = 0;
        int at = 0;
        for (int student = 0; student < studentLists.length; student++) {
            Arrays.fill(placesOfRow, -1);
            for (; at < places.length && (int) (places[at] >>> 42) == student; at++) {
                placesOfRow[(int) (places[at] >>> 21) & MEMBER_MASK] = (int) places[at] & MEMBER_MASK;
            }
            for (int internship : studentLists[student]) {
                if (placesOfRow[internship] >= 0) {
                    choice[size] = internship;
                    place[size++] = placesOfRow[internship];
                }
            }
            start[student + 1] = size;
        }
        return new ListedPairs(internshipLists.length, start, Arrays.copyOf(choice, size), Arrays.copyOf(place, size));
    }

    /** Student, internship and place of every entry of the internships' lists, 21 bits each, sorted. */
    private static long[] places(int[][] internshipLists) {
        long[] places = new long
                [Arrays.stream(internshipLists).mapToInt(list -> list.length).sum()];
        int size = 0;
        for (int internship = 0; internship < internshipLists.length; internship++) {
            int[] list = internshipLists[internship];
            for (int place = 0; place < list.length; place++) {
                places[size++] = (long) list[place] << 42 | (long) internship << 21 | place;
            }
        }
        Arrays.sort(places);
        return places;
    }

    public int students() {
        return start.length - 1;
    }

    public int internships() {
        return internships;
    }

    public int size() {
        return start[start.length - 1];
    }

    public int rowStart(int student) {
        return start[student];
    }

    public int rowEnd(int student) {
        return start[student + 1];
    }

    public int choiceAt(int pair) {
        return choice[pair];
    }

    public int placeAt(int pair) {
        return place[pair];
    }
}
