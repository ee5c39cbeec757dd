package dev.talentpipeline.matching.engine.assignment;

import dev.talentpipeline.matching.engine.columns.Standing;
import dev.talentpipeline.matching.engine.retrieval.LevelBits;

/**
 * What students have, in bands, so that a search for a vacant seat passes over all who surely have something better.
 *
 * <pre>
 *  none     a place of their own list, or not in the market
 *  0        the best score, or up to 32,767 millionths less
 *  1 … 30   each 32,768 millionths less than the band before
 *  31       nothing
 * </pre>
 */
final class Holdings {

    private static final int BANDS = 32;
    private static final int BAND_SHIFT = 15;

    private final LevelBits bits = new LevelBits(BANDS);

    void makeRoom(int students) {
        bits.makeRoom(students);
    }

    /** The bits of all who have nothing that is surely regarded better than this. */
    long[] openTo(int regard) {
        return bits.atLeast(Math.max(0, band(regard)));
    }

    /** Takes over what students have. */
    void take(long[] wishes) {
        bits.clear();
        for (int student = 0; student < wishes.length; student++) {
            bits.move(student, LevelBits.NONE, band(Standing.regard(wishes[student])));
        }
    }

    /** A student has something else. */
    void move(int student, long from, long to) {
        bits.move(student, band(Standing.regard(from)), band(Standing.regard(to)));
    }

    private static int band(int regard) {
        return Standing.isListed(regard)
                ? LevelBits.NONE
                : Math.min(BANDS - 1, (regard - Standing.PLACES_MAX) >> BAND_SHIFT);
    }
}
