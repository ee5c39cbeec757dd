package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Ceilings;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All openings by place, key skill and occupation. The key skill of an opening is the required one that the fewest openings ask for: who
 * lacks it cannot have the opening, so a student looks only where the key is one of their own skills, or where nothing is required. An
 * opening stands in every place where somebody looks for it, so that nobody has to put a large place together from many small ones.
 *
 * <pre>
 *  place   0 remote, of no region   1 remote, of a region   2 of whatever region   region + 3
 *  key     skill + 1; 0: nothing is required
 * </pre>
 *
 * Changed by one thread while nobody reads.
 */
public final class OpeningIndex {

    static final int NO_KEY = 0;
    static final int REMOTE_ONLY = 0;
    static final int ALSO_REMOTE = 1;
    static final int ANYWHERE = 2;
    private static final int REGIONS = 3;
    private static final int ABSENT = -1;

    private final FlatMarket market;
    private final Ceilings ceilings;
    private @Nullable OpeningRow[] @Nullable [] rows = new OpeningRow[16][];
    /** How many openings ask for a skill. */
    private int[] asking = new int[64];
    /** The key under which an opening stands; {@link #ABSENT}: it is not here. */
    private int[] keys = new int[0];

    private OpeningIndex(FlatMarket market) {
        this.market = market;
        ceilings = new Ceilings(market);
    }

    /** The index of all openings that take new students; weighs skills as rare as they are, and lays rows in the order of reading. */
    public static OpeningIndex of(FlatMarket market) {
        OpeningIndex index = new OpeningIndex(market);
        index.takeAll();
        return index;
    }

    private void takeAll() {
        market.adoptRarity();
        int members = market.internships().size();
        int open = 0;
        for (int opening = 0; opening < members; opening++) {
            if (market.isOpen(opening)) {
                count(opening, 1);
                open++;
            }
        }
        Opening[] sorted = new Opening[open];
        int taken = 0;
        for (int opening = 0; opening < members; opening++) {
            if (market.isOpen(opening)) {
                sorted[taken++] =
                        new Opening(opening, rarestRequired(opening), occupationOf(opening), regionOf(opening));
            }
        }
        Arrays.sort(sorted);
        boolean[] here = new boolean[members];
        int[] order = new int[members];
        int at = 0;
        for (Opening opening : sorted) {
            here[opening.slot()] = true;
            order[at++] = opening.slot();
        }
        for (int slot = 0; slot < members; slot++) {
            if (!here[slot]) {
                order[at++] = slot;
            }
        }
        market.arrangeInternships(order);
        for (Opening opening : sorted) {
            put(opening.slot(), opening.key());
        }
    }

    /** In an order in which no row needs an opening before its last. */
    private record Opening(int slot, int key, int occupation, int region) implements Comparable<Opening> {
        @Override
        public int compareTo(Opening other) {
            int order = Integer.compare(key, other.key);
            order = order != 0 ? order : Integer.compare(occupation, other.occupation);
            order = order != 0 ? order : Integer.compare(region, other.region);
            return order != 0 ? order : Integer.compare(slot, other.slot);
        }
    }

    /** Works out anew what is kept of each opening, after {@link FlatMarket#adoptRarity}. */
    public void refresh() {
        rows = new OpeningRow[16][];
        asking = new int[64];
        Arrays.fill(keys, ABSENT);
        takeAll();
    }

    /** Takes an opening in, if it takes new students. */
    public void add(int opening) {
        if (market.isOpen(opening)) {
            count(opening, 1);
            put(opening, rarestRequired(opening));
        }
    }

    /** Lets an opening go, before its facts change. */
    public void remove(int opening) {
        if (opening >= keys.length || keys[opening] == ABSENT) {
            return;
        }
        int key = keys[opening];
        forEachPlace(opening, place -> rowFor(place, key).remove(opening, occupationOf(opening)));
        keys[opening] = ABSENT;
        count(opening, -1);
    }

    private void put(int opening, int key) {
        int known = keys.length;
        if (opening >= known) {
            keys = Arrays.copyOf(keys, Math.max(market.internships().size(), known * 2));
            Arrays.fill(keys, known, keys.length, ABSENT);
        }
        keys[opening] = key;
        int level = levelOf(opening, key);
        forEachPlace(opening, place -> rowFor(place, key).add(opening, level, market, ceilings));
    }

    private void forEachPlace(int opening, IntConsumer action) {
        int region = regionOf(opening);
        boolean remote = (number(opening, InternshipRow.TRAITS) & InternshipRow.REMOTE) != 0;
        if (region >= 0) {
            action.accept(placeOfRegion(region));
            action.accept(ANYWHERE);
        }
        if (remote) {
            action.accept(region < 0 ? REMOTE_ONLY : ALSO_REMOTE);
        }
    }

    private OpeningRow rowFor(int place, int key) {
        if (place >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(place + 1, rows.length * 2));
        }
        @Nullable OpeningRow[] byKey = rows[place];
        if (byKey == null || key >= byKey.length) {
            int length = Math.max(key + 1, market.skills() + 1);
            byKey = byKey == null ? new OpeningRow[length] : Arrays.copyOf(byKey, length);
            rows[place] = byKey;
        }
        OpeningRow row = byKey[key];
        if (row == null) {
            row = new OpeningRow();
            byKey[key] = row;
        }
        return row;
    }

    /** The openings of a place and key; null: there are none. */
    @Nullable OpeningRow row(int place, int key) {
        if (place >= rows.length) {
            return null;
        }
        @Nullable OpeningRow[] byKey = rows[place];
        return byKey == null || key >= byKey.length ? null : byKey[key];
    }

    static int placeOfRegion(int region) {
        return region + REGIONS;
    }

    private int regionOf(int opening) {
        return number(opening, InternshipRow.REGION);
    }

    private int occupationOf(int opening) {
        return number(opening, InternshipRow.OCCUPATION);
    }

    private int number(int opening, int which) {
        return market.internshipData()[market.internshipAt(opening) + which];
    }

    private int rarestRequired(int opening) {
        int[] data = market.internshipData();
        int from = market.internshipAt(opening) + InternshipRow.WORDS;
        int to = from + (number(opening, InternshipRow.REQUIRED_PREFERRED) >>> 16);
        int rarest = NO_KEY;
        for (int word = from; word < to; word++) {
            int skill = FlatMarket.skillOf(data[word]);
            if (rarest == NO_KEY || asking[skill] < asking[rarest - 1]) {
                rarest = skill + 1;
            }
        }
        return rarest;
    }

    /** The level that an opening asks for in its key skill. */
    private int levelOf(int opening, int key) {
        int[] data = market.internshipData();
        int word = market.internshipAt(opening) + InternshipRow.WORDS;
        while (key != NO_KEY && FlatMarket.skillOf(data[word]) != key - 1) {
            word++;
        }
        return key == NO_KEY ? 0 : FlatMarket.levelOf(data[word]);
    }

    private void count(int opening, int more) {
        int[] data = market.internshipData();
        int from = market.internshipAt(opening) + InternshipRow.WORDS;
        int to = from + (number(opening, InternshipRow.REQUIRED_PREFERRED) >>> 16);
        for (int word = from; word < to; word++) {
            int skill = FlatMarket.skillOf(data[word]);
            if (skill >= asking.length) {
                asking = Arrays.copyOf(asking, Math.max(skill + 1, asking.length * 2));
            }
            asking[skill] += more;
        }
    }
}
