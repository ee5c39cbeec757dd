package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import java.util.Arrays;

/**
 * The openings of one place that share their key skill, sorted by occupation, each with what can be said of it without reading its facts:
 * {@link Brief}, what the key skill weighs among its skills and whether it names topics.
 */
final class OpeningRow {

    private int[] openings = new int[2];
    private int[] occupations = new int[2];
    private long[] briefs = new long[2];
    /** At most the {@linkplain FlatMarket#shareOf share} of the key skill; negative: there are topics. */
    private float[] shares = new float[2];

    private int size;
    private int stipendMax;
    private float shareMin = 1;

    int size() {
        return size;
    }

    int openingAt(int at) {
        return openings[at];
    }

    int occupationAt(int at) {
        return occupations[at];
    }

    long briefAt(int at) {
        return briefs[at];
    }

    /** At most what part of the weight of an opening's skills is that of the key skill. */
    double shareAt(int at) {
        return Math.abs(shares[at]);
    }

    boolean hasTopics(int at) {
        return Float.floatToRawIntBits(shares[at]) < 0;
    }

    /** At no opening here the key skill weighs less; that one may have left. */
    double shareMin() {
        return shareMin;
    }

    /** Nobody here pays more; it may have left. */
    int stipendMax() {
        return stipendMax;
    }

    /** The first of an occupation, or where it would be. */
    int from(int occupation) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (occupations[middle] < occupation) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void add(int opening, FlatMarket market, int skill) {
        int[] data = market.internshipData();
        int row = market.internshipAt(opening);
        int occupation = data[row + InternshipRow.OCCUPATION];
        int at = from(occupation + 1);
        if (size == openings.length) {
            int length = size + Math.max(2, size / 2);
            openings = Arrays.copyOf(openings, length);
            occupations = Arrays.copyOf(occupations, length);
            briefs = Arrays.copyOf(briefs, length);
            shares = Arrays.copyOf(shares, length);
        }
        move(at, at + 1);
        float share = Math.max(0, Math.nextDown((float) market.shareOf(opening, skill)));
        boolean topics = (data[row + InternshipRow.MAJORS_TOPICS] & 0xFFFF) != 0;
        openings[at] = opening;
        occupations[at] = occupation;
        briefs[at] = Brief.ofInternship(data, row);
        shares[at] = topics ? -share : share;
        size++;
        stipendMax = Math.max(stipendMax, data[row + InternshipRow.STIPEND]);
        shareMin = Math.min(shareMin, share);
    }

    void remove(int opening, int occupation) {
        for (int at = from(occupation); at < size; at++) {
            if (openings[at] == opening) {
                move(at + 1, at);
                size--;
                return;
            }
        }
        throw new IllegalStateException("Opening " + opening + " was to be removed but is not there.");
    }

    /** Moves everything from a place on. */
    private void move(int from, int to) {
        int length = size - from;
        System.arraycopy(openings, from, openings, to, length);
        System.arraycopy(occupations, from, occupations, to, length);
        System.arraycopy(briefs, from, briefs, to, length);
        System.arraycopy(shares, from, shares, to, length);
    }
}
