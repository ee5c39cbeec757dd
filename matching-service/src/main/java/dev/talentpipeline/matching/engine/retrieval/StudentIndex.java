package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.PlaceList;
import dev.talentpipeline.matching.engine.columns.StudentRow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All students who take part by place and skill, so that an opening finds those who may have it. A student stands once under every skill
 * and once under none, in every place that suits.
 *
 * <pre>
 *  place   0 remotely   1 any region   region + 2
 *  key     skill + 1; 0: every student of the place
 * </pre>
 *
 * Changed by one thread while nobody reads.
 */
public final class StudentIndex {

    static final int NO_KEY = 0;
    static final int REMOTELY = 0;
    static final int ANY_REGION = 1;
    private static final int REGIONS = 2;

    private final FlatMarket market;
    private @Nullable IntBag[] @Nullable [] bags = new IntBag[16][];
    /** By internship the students who list it; null: nobody. */
    private @Nullable IntBag[] listing = new IntBag[0];
    /**
     * What rules most students out for most internships, so that their rows need not be read: by student two numbers, {@link Brief} and
     * one bit for each occupation of interest, several occupations sharing a bit; 0: none was stated.
     */
    private long[] briefs = new long[128];

    private boolean[] here = new boolean[64];

    public StudentIndex(FlatMarket market) {
        this.market = market;
    }

    /** Takes a student in, if they take part. */
    public void add(int student) {
        if (!market.isSeeking(student)) {
            return;
        }
        if (student >= here.length) {
            int length = Math.max(student + 1, here.length * 2);
            here = Arrays.copyOf(here, length);
            briefs = Arrays.copyOf(briefs, length * 2);
        }
        here[student] = true;
        briefs[student * 2] = Brief.ofStudent(market.studentData(), market.studentAt(student));
        briefs[student * 2 + 1] = interestsOf(student);
        change(student, true);
    }

    /** Lets a student go, before their facts change. */
    public void remove(int student) {
        if (student < here.length && here[student]) {
            here[student] = false;
            change(student, false);
        }
    }

    private void change(int student, boolean added) {
        PlaceList list = market.listOfStudent(student);
        for (int place = 0; place < list.size(); place++) {
            change(bagOfListing(list.slotAt(place)), student, added);
        }
        int[] data = market.studentData();
        int at = market.studentAt(student);
        int regions = data[at + StudentRow.REGIONS_TOPICS] >>> 16;
        int from = regionsFrom(data, at);
        if (regions == 0) {
            changeIn(ANY_REGION, student, added);
        }
        for (int word = from; word < from + regions; word++) {
            if (isFirst(data, from, word)) {
                changeIn(data[word] + REGIONS, student, added);
            }
        }
        if ((data[at + StudentRow.TRAITS] & StudentRow.REMOTE) != 0) {
            changeIn(REMOTELY, student, added);
        }
    }

    private static int regionsFrom(int[] data, int at) {
        int counts = data[at + StudentRow.SKILLS_OCCUPATIONS];
        return at + StudentRow.WORDS + (counts >>> 16) + (counts & 0xFFFF);
    }

    private static boolean isFirst(int[] data, int from, int word) {
        for (int earlier = from; earlier < word; earlier++) {
            if (data[earlier] == data[word]) {
                return false;
            }
        }
        return true;
    }

    private void changeIn(int place, int student, boolean added) {
        change(bagFor(place, NO_KEY), student, added);
        int[] data = market.studentData();
        int from = market.studentAt(student) + StudentRow.WORDS;
        int to = from + (data[market.studentAt(student) + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
        for (int word = from; word < to; word++) {
            change(bagFor(place, FlatMarket.skillOf(data[word]) + 1), student, added);
        }
    }

    private static void change(IntBag bag, int student, boolean added) {
        if (added) {
            bag.add(student);
        } else {
            bag.remove(student);
        }
    }

    private long interestsOf(int student) {
        int[] data = market.studentData();
        int at = market.studentAt(student);
        int counts = data[at + StudentRow.SKILLS_OCCUPATIONS];
        int from = at + StudentRow.WORDS + (counts >>> 16);
        long bits = 0;
        for (int word = from; word < from + (counts & 0xFFFF); word++) {
            bits |= bit(data[word]);
        }
        return bits;
    }

    static long bit(int occupation) {
        return 1L << (occupation & 63);
    }

    long brief(int student) {
        return briefs[student * 2];
    }

    long interests(int student) {
        return briefs[student * 2 + 1];
    }

    private IntBag bagFor(int place, int key) {
        if (place >= bags.length) {
            bags = Arrays.copyOf(bags, Math.max(place + 1, bags.length * 2));
        }
        @Nullable IntBag[] byKey = bags[place];
        if (byKey == null || key >= byKey.length) {
            int length = Math.max(key + 1, market.skills() + 1);
            byKey = byKey == null ? new IntBag[length] : Arrays.copyOf(byKey, length);
            bags[place] = byKey;
        }
        IntBag bag = byKey[key];
        if (bag == null) {
            bag = new IntBag();
            byKey[key] = bag;
        }
        return bag;
    }

    /** The students of a place and key; null: there are none. */
    @Nullable IntBag bag(int place, int key) {
        if (place >= bags.length) {
            return null;
        }
        @Nullable IntBag[] byKey = bags[place];
        return byKey == null || key >= byKey.length ? null : byKey[key];
    }

    static int placeOfRegion(int region) {
        return region + REGIONS;
    }

    private IntBag bagOfListing(int internship) {
        if (internship >= listing.length) {
            listing = Arrays.copyOf(listing, Math.max(internship + 1, Math.max(64, listing.length * 2)));
        }
        IntBag bag = listing[internship];
        if (bag == null) {
            bag = new IntBag();
            listing[internship] = bag;
        }
        return bag;
    }

    /** The students who list an internship; null: nobody. */
    @Nullable IntBag listing(int internship) {
        return internship < listing.length ? listing[internship] : null;
    }

    /** Of the skills that an internship requires the one that the fewest students of its place have, as a key. */
    int fewest(int internship) {
        int[] data = market.internshipData();
        int at = market.internshipAt(internship);
        int region = data[at + InternshipRow.REGION];
        boolean remote = (data[at + InternshipRow.TRAITS] & InternshipRow.REMOTE) != 0;
        int from = at + InternshipRow.WORDS;
        int to = from + (data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16);
        int fewest = NO_KEY;
        int fewestSize = Integer.MAX_VALUE;
        for (int word = from; word < to; word++) {
            int key = FlatMarket.skillOf(data[word]) + 1;
            int size = size(ANY_REGION, key)
                    + (region < 0 ? 0 : size(placeOfRegion(region), key))
                    + (remote ? size(REMOTELY, key) : 0);
            if (size < fewestSize) {
                fewest = key;
                fewestSize = size;
            }
        }
        return fewest;
    }

    private int size(int place, int key) {
        IntBag bag = bag(place, key);
        return bag == null ? 0 : bag.size();
    }
}
