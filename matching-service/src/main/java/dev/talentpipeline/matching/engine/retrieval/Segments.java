package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Ceilings;
import dev.talentpipeline.matching.engine.columns.Judge;
import dev.talentpipeline.matching.engine.columns.Prospect;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an index that hold all that a student may have, each with the regard that the student can have for it at best. A long row
 * falls into one segment for each occupation of interest and one for the rest; a short one is not worth dividing.
 *
 * <pre>
 *  order  [ 63 … 32 regard at best | 31 … 0 number of the segment ] …    ascending
 * </pre>
 */
final class Segments {

    /** A key for those openings that require nothing. */
    static final int NO_SKILL = -1;

    private static final int SHORT = 24;

    private final OpeningIndex index;
    private final Judge judge;
    private final Prospect prospect;

    private OpeningRow[] rows = new OpeningRow[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    /** Whether openings of interest are left out, since they have segments of their own. */
    private boolean[] rest = new boolean[64];
    /** The key skill, as a place among the student's skills. */
    private int[] skill = new int[64];
    /** What the place adds to a score at most. */
    private int[] location = new int[64];

    /** Whether openings in the student's own regions are left out, since they have segments of their own. */
    private boolean[] elsewhereOnly = new boolean[64];

    private long[] order = new long[64];
    private boolean elsewhere;
    private int size;

    Segments(OpeningIndex index, Judge judge, Prospect prospect) {
        this.index = index;
        this.judge = judge;
        this.prospect = prospect;
    }

    int size() {
        return size;
    }

    /** The segment that is at a place in the order. */
    int at(int place) {
        return (int) order[place];
    }

    /** What the student thinks at best of an opening of that segment. */
    int regardAt(int place) {
        return (int) (order[place] >>> 32);
    }

    OpeningRow row(int segment) {
        return rows[segment];
    }

    int from(int segment) {
        return from[segment];
    }

    int to(int segment) {
        return to[segment];
    }

    boolean isRest(int segment) {
        return rest[segment];
    }

    int skill(int segment) {
        return skill[segment];
    }

    boolean isElsewhereOnly(int segment) {
        return elsewhereOnly[segment];
    }

    int location(int segment) {
        return location[segment];
    }

    /** Collects what the student whom the judge considers may have. */
    void collect() {
        size = 0;
        if (judge.regionCount() == 0) {
            collectPlace(OpeningIndex.ANYWHERE, 0, false);
        }
        for (int place = 0; place < judge.regionCount(); place++) {
            int region = judge.regionAt(place);
            if (firstPlaceOf(region) == place) {
                collectPlace(OpeningIndex.placeOfRegion(region), region, false);
            }
        }
        if (judge.worksRemotely()) {
            collectPlace(OpeningIndex.REMOTE_ONLY, -1, false);
            if (judge.regionCount() > 0) {
                collectPlace(OpeningIndex.ALSO_REMOTE, -1, true);
            }
        }
        Arrays.sort(order, 0, size);
    }

    private int firstPlaceOf(int region) {
        for (int place = 0; place < judge.regionCount(); place++) {
            if (judge.regionAt(place) == region) {
                return place;
            }
        }
        return -1;
    }

    private void collectPlace(int place, int region, boolean elsewhereOnly) {
        int adds = prospect.location(region);
        elsewhere = elsewhereOnly;
        collectRow(index.row(place, OpeningIndex.NO_KEY), NO_SKILL, adds);
        for (int at = 0; at < judge.skillCount(); at++) {
            collectRow(index.row(place, judge.skillAt(at) + 1), at, adds);
        }
    }

    private void collectRow(@Nullable OpeningRow row, int key, int adds) {
        if (row == null || row.size() == 0) {
            return;
        }
        boolean divided = row.size() > SHORT && judge.occupationCount() > 0;
        for (int place = 0; divided && place < judge.occupationCount(); place++) {
            int occupation = judge.occupationAt(place);
            int first = row.from(occupation);
            if (first < row.size() && row.occupationAt(first) == occupation && isFirst(occupation, place)) {
                add(row, first, row.from(occupation + 1), false, key, adds, true);
            }
        }
        add(row, 0, row.size(), divided, key, adds, !divided && judge.occupationCount() > 0);
    }

    private boolean isFirst(int occupation, int place) {
        for (int earlier = 0; earlier < place; earlier++) {
            if (judge.occupationAt(earlier) == occupation) {
                return false;
            }
        }
        return true;
    }

    private void add(OpeningRow row, int first, int end, boolean isRest, int key, int adds, boolean interesting) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            rest = Arrays.copyOf(rest, size * 2);
            skill = Arrays.copyOf(skill, size * 2);
            location = Arrays.copyOf(location, size * 2);
            elsewhereOnly = Arrays.copyOf(elsewhereOnly, size * 2);
            order = Arrays.copyOf(order, size * 2);
        }
        rows[size] = row;
        from[size] = first;
        to[size] = end;
        rest[size] = isRest;
        skill[size] = key;
        location[size] = adds;
        elsewhereOnly[size] = elsewhere;
        int lost = key == NO_SKILL ? 0 : prospect.lack(key, 0) * row.lossUnitMin();
        int worth = Math.max(row.worthMax(), row.worthMaxWithTopics() + prospect.research());
        int bound = worth + adds + prospect.occupation(interesting) + prospect.dates(Brief.NO_DAY) - lost;
        order[size] = (long) Ceilings.regard(bound) << 32 | size;
        size++;
    }
}
