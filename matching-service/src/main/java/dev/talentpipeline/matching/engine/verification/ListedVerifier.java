package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.assignment.ListedPairs;
import java.util.Arrays;

/** Checks a matching over given lists by what stability means. Shares no code with what found it; only the lists are the same. */
public final class ListedVerifier {

    private static final long NOBODY = -1;

    private ListedVerifier() {}

    /**
     * What is wrong with a matching.
     *
     * @param matching by student the internship; negative: nothing
     */
    public static Verdict verify(ListedPairs pairs, int[] seats, int[] matching) {
        int[] given = new int[seats.length];
        long[] last = new long[seats.length];
        Arrays.fill(last, NOBODY);
        int[] better = new int[matching.length];
        int unacceptable = 0;
        for (int student = 0; student < matching.length; student++) {
            int pair = pairs.rowStart(student);
            while (pair < pairs.rowEnd(student) && pairs.choiceAt(pair) != matching[student]) {
                pair++;
            }
            better[student] = pair;
            if (matching[student] >= 0) {
                given[matching[student]]++;
                if (pair == pairs.rowEnd(student)) {
                    unacceptable++;
                } else {
                    last[matching[student]] = Math.max(last[matching[student]], rank(pairs, pair, student));
                }
            }
        }
        int overfull = 0;
        for (int internship = 0; internship < seats.length; internship++) {
            overfull += Math.max(0, given[internship] - seats[internship]);
        }
        int blocking = 0;
        for (int student = 0; student < matching.length; student++) {
            for (int pair = pairs.rowStart(student); pair < better[student]; pair++) {
                int internship = pairs.choiceAt(pair);
                if (given[internship] < seats[internship] || rank(pairs, pair, student) < last[internship]) {
                    blocking++;
                }
            }
        }
        return new Verdict(blocking, overfull, unacceptable);
    }

    private static long rank(ListedPairs pairs, int pair, int student) {
        return ((long) pairs.placeAt(pair) << 32) + student;
    }
}
