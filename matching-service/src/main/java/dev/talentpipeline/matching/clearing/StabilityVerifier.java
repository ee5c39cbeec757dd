package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.preference.PreferenceTable;
import java.util.Arrays;

/**
 * Checks a matching by what stability means, not by how it was found: it shares no code with any engine. A pair blocks if both may
 * meet, the student would rather have this internship than what they got, and the internship has a seat left or would rather have this
 * student than somebody whom it got.
 */
public final class StabilityVerifier {

    /**
     * What is wrong with a matching.
     *
     * @param blockingPairs pairs that would both rather have each other
     * @param overfull seats given beyond those that are free
     * @param doubled students matched again
     * @param unacceptable pairs that may not meet
     */
    public record Verdict(int blockingPairs, int overfull, int doubled, int unacceptable) {

        public boolean sound() {
            return faults() == 0;
        }

        public int faults() {
            return blockingPairs + overfull + doubled + unacceptable;
        }
    }

    private static final int UNMATCHED = -1;

    private StabilityVerifier() {}

    public static Verdict verify(PreferenceTable table, int[] freeSeats, Matching matching) {
        int[] placeOf = new int[table.students()];
        Arrays.fill(placeOf, UNMATCHED);
        int[] given = new int[table.internships()];
        long[] worst = new long[table.internships()];
        Arrays.fill(worst, Long.MIN_VALUE);
        int doubled = 0;
        int unacceptable = 0;
        for (int pair = 0; pair < matching.size(); pair++) {
            int student = matching.studentAt(pair);
            int internship = matching.internshipAt(pair);
            given[internship]++;
            int place = placeInRow(table, student, internship);
            if (place == UNMATCHED) {
                unacceptable++;
                continue;
            }
            worst[internship] = Math.max(worst[internship], table.priorityAt(place));
            if (placeOf[student] != UNMATCHED) {
                doubled++;
            } else {
                placeOf[student] = place;
            }
        }
        int overfull = 0;
        for (int internship = 0; internship < given.length; internship++) {
            overfull += Math.max(0, given[internship] - freeSeats[internship]);
        }
        return new Verdict(blockingPairs(table, freeSeats, placeOf, given, worst), overfull, doubled, unacceptable);
    }

    private static int placeInRow(PreferenceTable table, int student, int internship) {
        for (int place = table.rowStart(student); place < table.rowEnd(student); place++) {
            if (table.internshipAt(place) == internship) {
                return place;
            }
        }
        return UNMATCHED;
    }

    private static int blockingPairs(PreferenceTable table, int[] freeSeats, int[] placeOf, int[] given, long[] worst) {
        int blocking = 0;
        for (int student = 0; student < placeOf.length; student++) {
            int end = placeOf[student] == UNMATCHED ? table.rowEnd(student) : placeOf[student];
            for (int better = table.rowStart(student); better < end; better++) {
                int internship = table.internshipAt(better);
                boolean seatLeft = given[internship] < freeSeats[internship];
                if (seatLeft || table.priorityAt(better) < worst[internship]) {
                    blocking++;
                }
            }
        }
        return blocking;
    }
}
