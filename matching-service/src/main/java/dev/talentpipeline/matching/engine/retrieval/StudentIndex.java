package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Demand;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.PlaceList;
import dev.talentpipeline.matching.engine.columns.StudentRow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All students who take part by place and skill and by place and interest, so that an opening finds those who may have it. A student stands
 * in every place that suits: once without regard to skills, once under every skill with its level, and once under every occupation of
 * interest, or where nothing is stated.
 *
 * <pre>
 *  place  0 remotely   1 any region   region + 2
 *  key    skill + 1, 0: every student of the place;   occupation + 1, 0: nothing is stated
 *  entry  [ 31 … 3 student | 2 … 0 level ]
 * </pre>
 *
 * Changed by one thread while nobody reads.
 */
public final class StudentIndex {

    /** No skill, or no occupation. */
    static final int NOTHING = -1;

    static final int REMOTELY = 0;
    static final int ANY_REGION = 1;
    private static final int REGIONS = 2;
    private static final int LEVEL_BITS = 3;

    private final FlatMarket market;
    private final Bags bySkill = new Bags();
    private final Bags byOccupation = new Bags();
    /** By internship the students who list it; null: nobody. */
    private @Nullable IntBag[] listing = new IntBag[0];
    /**
     * What rules most students out for most internships, so that their rows need not be read: by student two numbers, {@link Brief} and the
     * {@linkplain Demand#bit bits} of the skills.
     */
    private long[] briefs = new long[128];

    private final LevelBits degrees = new LevelBits(4);
    private final LevelBits daysPerWeek = new LevelBits(8);

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
            degrees.makeRoom(length);
            daysPerWeek.makeRoom(length);
        }
        here[student] = true;
        briefs[student * 2] = Brief.ofStudent(market.studentData(), market.studentAt(student));
        briefs[student * 2 + 1] = skillsOf(student);
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
        changeIn(degrees, StudentRow.degree(data[at + StudentRow.TRAITS]), student, added);
        changeIn(daysPerWeek, StudentRow.daysPerWeek(data[at + StudentRow.TRAITS]), student, added);
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

    private static void changeIn(LevelBits bits, int level, int student, boolean added) {
        bits.move(student, added ? LevelBits.NONE : level, added ? level : LevelBits.NONE);
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
        int entry = student << LEVEL_BITS;
        change(bySkill.bagFor(place, NOTHING + 1), entry, added);
        int[] data = market.studentData();
        int at = market.studentAt(student);
        int counts = data[at + StudentRow.SKILLS_OCCUPATIONS];
        int occupations = at + StudentRow.WORDS + (counts >>> 16);
        int end = occupations + (counts & 0xFFFF);
        for (int word = at + StudentRow.WORDS; word < occupations; word++) {
            IntBag bag = bySkill.bagFor(place, FlatMarket.skillOf(data[word]) + 1);
            change(bag, entry | FlatMarket.levelOf(data[word]), added);
        }
        for (int word = occupations; word < end; word++) {
            if (isFirst(data, occupations, word)) {
                change(byOccupation.bagFor(place, data[word] + 1), entry, added);
            }
        }
        if (occupations == end) {
            change(byOccupation.bagFor(place, NOTHING + 1), entry, added);
        }
    }

    private static void change(IntBag bag, int entry, boolean added) {
        if (added) {
            bag.add(entry);
        } else {
            bag.remove(entry);
        }
    }

    /** The bits of the students with at least a degree. */
    long[] withDegree(int least) {
        return degrees.atLeast(least);
    }

    /** The bits of the students who have at least so many days a week. */
    long[] withDaysPerWeek(int least) {
        return daysPerWeek.atLeast(least);
    }

    static int studentOf(int entry) {
        return entry >>> LEVEL_BITS;
    }

    static int levelOf(int entry) {
        return FlatMarket.levelOf(entry);
    }

    long brief(int student) {
        return briefs[student * 2];
    }

    /** The bits of a student's skills. */
    long skills(int student) {
        return briefs[student * 2 + 1];
    }

    private long skillsOf(int student) {
        int[] data = market.studentData();
        int from = market.studentAt(student) + StudentRow.WORDS;
        int to = from + (data[market.studentAt(student) + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
        long bits = 0;
        for (int word = from; word < to; word++) {
            bits |= Demand.bit(FlatMarket.skillOf(data[word]));
        }
        return bits;
    }

    /** The students of a place who have a skill, or all if it is {@link #NOTHING}; null: there are none. */
    @Nullable IntBag skilled(int place, int skill) {
        return bySkill.bag(place, skill + 1);
    }

    /** The students of a place who are interested in an occupation, or who stated nothing; null: there are none. */
    @Nullable IntBag interested(int place, int occupation) {
        return byOccupation.bag(place, occupation + 1);
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

    /** Of the skills that an internship requires the one that the fewest students of its place have, {@link #NOTHING} if it requires none. */
    int fewest(int internship) {
        int[] data = market.internshipData();
        int at = market.internshipAt(internship);
        int region = data[at + InternshipRow.REGION];
        boolean remote = (data[at + InternshipRow.TRAITS] & InternshipRow.REMOTE) != 0;
        int from = at + InternshipRow.WORDS;
        int to = from + (data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16);
        int fewest = NOTHING;
        int fewestSize = Integer.MAX_VALUE;
        for (int word = from; word < to; word++) {
            int skill = FlatMarket.skillOf(data[word]);
            int size = size(skilled(ANY_REGION, skill))
                    + (region < 0 ? 0 : size(skilled(placeOfRegion(region), skill)))
                    + (remote ? size(skilled(REMOTELY, skill)) : 0);
            if (size < fewestSize) {
                fewest = skill;
                fewestSize = size;
            }
        }
        return fewest;
    }

    static int size(@Nullable IntBag bag) {
        return bag == null ? 0 : bag.size();
    }
}
