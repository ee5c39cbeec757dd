package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Ceilings;
import dev.talentpipeline.matching.engine.columns.Facets;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import java.util.Arrays;

/**
 * The openings of one place that share their key skill, sorted by occupation, each with what can be said of it without reading its facts. A
 * record is four numbers beside each other, since a search reads most of a row or nothing:
 *
 * <pre>
 *     63                              32 31                             0
 *  0 | {@link Brief} with the level of the key skill                     |
 *  1 | opening                          | occupation                     |
 *  2 | {@link Ceilings#worth}           | loss unit · 2 + (1 if topics)  |
 *  3 | where its {@link Facets} begin   | region                         |
 * </pre>
 */
final class OpeningRow {

    private static final int RECORD = 4;

    private long[] records = new long[RECORD];
    private Facets facets = new Facets();

    private int size;
    private int worthMax;
    private int worthMaxWithTopics = Integer.MIN_VALUE / 2;
    private int lossUnitMin = Integer.MAX_VALUE;

    int size() {
        return size;
    }

    long briefAt(int at) {
        return records[at * RECORD];
    }

    int openingAt(int at) {
        return upper(at, 1);
    }

    int occupationAt(int at) {
        return lower(at, 1);
    }

    int worthAt(int at) {
        return upper(at, 2);
    }

    int lossUnitAt(int at) {
        return lower(at, 2) >>> 1;
    }

    boolean hasTopics(int at) {
        return (lower(at, 2) & 1) != 0;
    }

    /** Where the skills and topics of an opening are in {@link #facets}. */
    int facetsAt(int at) {
        return upper(at, 3);
    }

    int regionAt(int at) {
        return lower(at, 3);
    }

    private int upper(int at, int which) {
        return (int) (records[at * RECORD + which] >>> 32);
    }

    private int lower(int at, int which) {
        return (int) records[at * RECORD + which];
    }

    Facets facets() {
        return facets;
    }

    /** No opening here without topics is worth more; one that was may have left. */
    int worthMax() {
        return worthMax;
    }

    /** No opening here with topics is worth more; one that was may have left. */
    int worthMaxWithTopics() {
        return worthMaxWithTopics;
    }

    /** Nowhere here less is lost; where it was may have left. */
    int lossUnitMin() {
        return lossUnitMin;
    }

    /** The first of an occupation, or where it would be. */
    int from(int occupation) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (occupationAt(middle) < occupation) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Adds an opening with the level that it asks for in the key skill. */
    void add(int opening, int level, FlatMarket market, Ceilings ceilings) {
        int[] data = market.internshipData();
        int row = market.internshipAt(opening);
        int occupation = data[row + InternshipRow.OCCUPATION];
        int at = size > 0 && occupationAt(size - 1) <= occupation ? size : from(occupation + 1);
        if (size * RECORD == records.length) {
            records = Arrays.copyOf(records, (size + Math.max(2, size / 2)) * RECORD);
        }
        move(at, at + 1);
        int worth = ceilings.worth(opening);
        int lossUnit = ceilings.lossUnit(opening);
        boolean topics = ceilings.namesTopics(opening);
        records[at * RECORD] = Brief.withLevel(Brief.ofInternship(data, row), level);
        records[at * RECORD + 1] = pair(opening, occupation);
        records[at * RECORD + 2] = pair(worth, lossUnit << 1 | (topics ? 1 : 0));
        records[at * RECORD + 3] = pair(facets.add(market, opening), data[row + InternshipRow.REGION]);
        size++;
        if (topics) {
            worthMaxWithTopics = Math.max(worthMaxWithTopics, worth);
        } else {
            worthMax = Math.max(worthMax, worth);
        }
        lossUnitMin = Math.min(lossUnitMin, lossUnit);
    }

    void remove(int opening, int occupation) {
        for (int at = from(occupation); at < size; at++) {
            if (openingAt(at) == opening) {
                facets.remove(facetsAt(at));
                move(at + 1, at);
                size--;
                tidy();
                return;
            }
        }
        throw new IllegalStateException("Opening " + opening + " was to be removed but is not there.");
    }

    private void tidy() {
        if (facets.isMostlyDead()) {
            Facets living = new Facets();
            for (int at = 0; at < size; at++) {
                records[at * RECORD + 3] = pair(living.add(facets, facetsAt(at)), regionAt(at));
            }
            facets = living;
        }
    }

    private static long pair(int upper, int lower) {
        return (long) upper << 32 | (lower & 0xFFFFFFFFL);
    }

    /** Moves everything from a place on. */
    private void move(int from, int to) {
        System.arraycopy(records, from * RECORD, records, to * RECORD, (size - from) * RECORD);
    }
}
