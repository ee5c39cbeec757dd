package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.preference.Part;
import java.util.Arrays;

/**
 * Judges one student against internships: may the two meet, how well do they suit each other, where does each stand with the other.
 * The rules and the parts of the score are those of {@code matching.preference}, number for number.
 *
 * <p>Holds the student unpacked, so one instance serves one thread, and is to be told again of a student whose facts changed.
 */
public final class Judge {

    private static final double LEVEL_MAX = 5;
    private static final double PREFERRED_LEVEL = 3;
    static final int START_DELAY_MAX_DAYS = 182;
    static final double STIPEND_REFERENCE = 3000;
    static final double UNSTATED = 0.5;
    static final double REMOTELY = 0.5;
    private static final double ANY_REGION = 0.8;
    private static final double LAST_REGION_LESS = 0.4;

    private final FlatMarket market;
    private final Weights weights;
    private final Rarity rarity;

    private int student = Members.NOBODY;
    private int traits;
    private int firstDay;
    private int lastDay;
    private int minimumStipend;
    private int major;
    private byte[] levels = new byte[0];
    private int[] skills = new int[8];
    private int skillCount;
    /** The student's row: occupations, regions and topics are read where they lie. */
    private int[] row = new int[0];

    private int occupationsFrom;
    private int regionsFrom;
    private int topicsFrom;
    private int topicsTo;

    /** By topic of internships how near the nearest of the student's is, if it was worked out in this turn. */
    private float[] nearest = new float[64];

    private int[] nearestSince = new int[64];
    private int turn;

    public Judge(FlatMarket market) {
        this.market = market;
        this.weights = market.weights();
        this.rarity = market.rarity();
    }

    /** Turns to a student. */
    public void consider(int who) {
        for (int at = 0; at < skillCount; at++) {
            levels[skills[at]] = 0;
        }
        skillCount = 0;
        if (++turn == 0) {
            Arrays.fill(nearestSince, turn++);
        }
        student = who;
        int at = market.studentAt(who);
        if (at == 0) {
            traits = 0;
            return;
        }
        int[] data = market.studentData();
        traits = data[at + StudentRow.TRAITS];
        firstDay = data[at + StudentRow.FIRST_DAY];
        lastDay = data[at + StudentRow.LAST_DAY];
        minimumStipend = data[at + StudentRow.STIPEND];
        major = data[at + StudentRow.MAJOR];
        int word = at + StudentRow.WORDS;
        word = takeSkills(data, word, data[at + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
        row = data;
        occupationsFrom = word;
        regionsFrom = occupationsFrom + (data[at + StudentRow.SKILLS_OCCUPATIONS] & 0xFFFF);
        topicsFrom = regionsFrom + (data[at + StudentRow.REGIONS_TOPICS] >>> 16);
        topicsTo = topicsFrom + (data[at + StudentRow.REGIONS_TOPICS] & 0xFFFF);
    }

    private int takeSkills(int[] data, int from, int count) {
        if (levels.length < market.skills()) {
            levels = new byte[market.skills() * 2];
        }
        if (skills.length < count) {
            skills = new int[count];
        }
        for (int at = 0; at < count; at++) {
            int packed = data[from + at];
            int skill = FlatMarket.skillOf(packed);
            skills[at] = skill;
            levels[skill] = (byte) FlatMarket.levelOf(packed);
        }
        skillCount = count;
        return from + count;
    }

    /** Whether the two may meet: every hard rule holds. */
    public boolean mayMeet(int internship) {
        int[] data = market.internshipData();
        int at = market.internshipAt(internship);
        return at != 0
                && circumstancesSuit(data, at)
                && regionOrRemoteSuits(data, at)
                && hasRequiredSkills(data, at)
                && majorSuits(data, at)
                && namesAllow(internship, data[at + InternshipRow.TRAITS]);
    }

    private boolean circumstancesSuit(int[] data, int at) {
        int theirs = data[at + InternshipRow.TRAITS];
        int start = data[at + InternshipRow.FIRST_DAY];
        return (theirs & InternshipRow.OPEN) != 0
                && (traits & StudentRow.SEEKING) != 0
                && (traits & 3) >= (theirs & 3)
                && (traits >>> 2 & 7) >= (theirs >>> 2 & 7)
                && data[at + InternshipRow.STIPEND] >= minimumStipend
                && start >= firstDay
                && start <= lastDay
                && data[at + InternshipRow.LAST_DAY] <= lastDay;
    }

    private boolean regionOrRemoteSuits(int[] data, int at) {
        boolean bothRemote = worksRemotely() && (data[at + InternshipRow.TRAITS] & InternshipRow.REMOTE) != 0;
        return bothRemote || regionSuits(data[at + InternshipRow.REGION]);
    }

    /** Whether the student would go to a region. */
    public boolean regionSuits(int region) {
        return region >= 0 && (regionCount() == 0 || placeOfRegion(region) >= 0);
    }

    private boolean hasRequiredSkills(int[] data, int at) {
        int from = at + InternshipRow.WORDS;
        int to = from + (data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16);
        for (int word = from; word < to; word++) {
            if (levelAt(FlatMarket.skillOf(data[word])) < FlatMarket.levelOf(data[word])) {
                return false;
            }
        }
        return true;
    }

    private boolean majorSuits(int[] data, int at) {
        int count = data[at + InternshipRow.MAJORS_TOPICS] >>> 16;
        if (count == 0) {
            return true;
        }
        int skillWords = data[at + InternshipRow.REQUIRED_PREFERRED];
        int from = at + InternshipRow.WORDS + (skillWords >>> 16) + (skillWords & 0xFFFF);
        for (int word = from; word < from + count; word++) {
            if (data[word] == major) {
                return true;
            }
        }
        return false;
    }

    private boolean namesAllow(int internship, int theirs) {
        if ((traits & (StudentRow.ONLY_LISTED | StudentRow.KEPT_APART)) == 0
                && (theirs & (InternshipRow.ONLY_LISTED | InternshipRow.NAMES_STUDENTS)) == 0) {
            return true;
        }
        return ((traits & StudentRow.ONLY_LISTED) == 0
                        || market.listOfStudent(student).has(internship))
                && ((theirs & InternshipRow.ONLY_LISTED) == 0
                        || market.listOfInternship(internship).has(student))
                && !market.isExcluded(internship, student)
                && !market.isApart(student, internship);
    }

    /** The score of a pair that may meet. */
    public int millionths(int internship) {
        int[] data = market.internshipData();
        int at = market.internshipAt(internship);
        int required = data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16;
        int preferred = data[at + InternshipRow.REQUIRED_PREFERRED] & 0xFFFF;
        int majors = data[at + InternshipRow.MAJORS_TOPICS] >>> 16;
        int words = at + InternshipRow.WORDS;
        int topics = words + required + preferred + majors;
        return weights.millionths(
                skillsPart(data, words, required, preferred),
                occupationPart(data[at + InternshipRow.OCCUPATION]),
                researchPart(data, topics, data[at + InternshipRow.MAJORS_TOPICS] & 0xFFFF),
                locationPart(data[at + InternshipRow.REGION]),
                datesPart(Math.max(0, data[at + InternshipRow.FIRST_DAY] - firstDay)),
                stipendPart(data[at + InternshipRow.STIPEND]));
    }

    /** The parts of the score of a pair that may meet, in the order of {@link Part}. */
    public double[] parts(int internship) {
        int[] data = market.internshipData();
        int at = market.internshipAt(internship);
        int required = data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16;
        int preferred = data[at + InternshipRow.REQUIRED_PREFERRED] & 0xFFFF;
        int majors = data[at + InternshipRow.MAJORS_TOPICS] >>> 16;
        int words = at + InternshipRow.WORDS;
        int topics = words + required + preferred + majors;
        return new double[] {
            skillsPart(data, words, required, preferred),
            occupationPart(data[at + InternshipRow.OCCUPATION]),
            researchPart(data, topics, data[at + InternshipRow.MAJORS_TOPICS] & 0xFFFF),
            locationPart(data[at + InternshipRow.REGION]),
            datesPart(Math.max(0, data[at + InternshipRow.FIRST_DAY] - firstDay)),
            stipendPart(data[at + InternshipRow.STIPEND])
        };
    }

    private double skillsPart(int[] data, int from, int required, int preferred) {
        if (required + preferred == 0) {
            return UNSTATED;
        }
        double sum = 0;
        int whole = 0;
        int word = from;
        for (int to = from + required; word < to; word++) {
            int skill = FlatMarket.skillOf(data[word]);
            int weight = rarity.weight(skill);
            int least = FlatMarket.levelOf(data[word]);
            sum += weight * (least == LEVEL_MAX ? 1 : 0.5 + 0.5 * (levelAt(skill) - least) / (LEVEL_MAX - least));
            whole += weight;
        }
        for (int to = word + preferred; word < to; word++) {
            int weight = rarity.weight(data[word]);
            sum += weight * Math.min(1, levelAt(data[word]) / PREFERRED_LEVEL);
            whole += weight;
        }
        return sum / whole;
    }

    private double occupationPart(int occupation) {
        if (occupationCount() == 0) {
            return UNSTATED;
        }
        return isInterestedIn(occupation) ? 1 : 0;
    }

    double researchPart(int[] data, int from, int count) {
        if (count == 0) {
            return UNSTATED;
        }
        double sum = 0;
        for (int word = from; word < from + count; word++) {
            sum += nearest(data[word]);
        }
        return sum / count;
    }

    /** How near the nearest of the student's topics is to an internship's. */
    private float nearest(int wanted) {
        if (wanted >= nearest.length) {
            nearest = Arrays.copyOf(nearest, wanted + 1 + nearest.length);
            nearestSince = Arrays.copyOf(nearestSince, nearest.length);
        }
        if (nearestSince[wanted] != turn) {
            float found = 0;
            for (int offered = topicsFrom; offered < topicsTo; offered++) {
                found = Math.max(found, market.topicAlignment(row[offered], wanted));
            }
            nearest[wanted] = found;
            nearestSince[wanted] = turn;
        }
        return nearest[wanted];
    }

    /** How well a place suits; for the internships of a region, or of none, all alike. */
    public double locationPart(int region) {
        return regionSuits(region) ? locationPart(region, placeOfRegion(region), regionCount()) : REMOTELY;
    }

    /**
     * How well a region suits, -1: none, by its place among those that a student names.
     *
     * @param place all places, if it is not named
     */
    static double locationPart(int region, int place, int regions) {
        if (region < 0 || (regions > 0 && place == regions)) {
            return REMOTELY;
        }
        return regions == 0 ? ANY_REGION : 1 - LAST_REGION_LESS * place / Math.max(1, regions - 1);
    }

    private int placeOfRegion(int region) {
        for (int word = regionsFrom; word < topicsFrom; word++) {
            if (row[word] == region) {
                return word - regionsFrom;
            }
        }
        return -1;
    }

    /** How well it suits to begin so many days after the student could. */
    static double datesPart(int delayDays) {
        return 1 - Math.min(1, delayDays / (double) START_DELAY_MAX_DAYS);
    }

    private double stipendPart(int stipend) {
        double paid = stipend;
        return paid / (paid + Math.max(STIPEND_REFERENCE, minimumStipend));
    }

    /** What the student thinks of an internship, given the score. */
    public int studentsRegard(int internship, int millionths) {
        if ((traits & StudentRow.HAS_LIST) != 0) {
            int place = market.listOfStudent(student).placeOf(internship);
            if (place != PlaceList.NOT_LISTED) {
                return place;
            }
        }
        return Standing.scored(millionths);
    }

    /** What an internship thinks of the student, given the score. */
    public int internshipsRegard(int internship, int millionths) {
        int place = market.listOfInternship(internship).placeOf(student);
        return place == PlaceList.NOT_LISTED ? Standing.scored(millionths) : place;
    }

    /** Whether the student takes part at all. */
    public boolean seeks() {
        return (traits & StudentRow.SEEKING) != 0;
    }

    public boolean acceptsOnlyListed() {
        return (traits & StudentRow.ONLY_LISTED) != 0;
    }

    public boolean worksRemotely() {
        return (traits & StudentRow.REMOTE) != 0;
    }

    public int skillCount() {
        return skillCount;
    }

    public int skillAt(int at) {
        return skills[at];
    }

    /** How many regions suit; 0: any. */
    public int regionCount() {
        return topicsFrom - regionsFrom;
    }

    public int regionAt(int place) {
        return row[regionsFrom + place];
    }

    /** How many occupations are of interest; 0: none was stated. */
    public int occupationCount() {
        return regionsFrom - occupationsFrom;
    }

    public int occupationAt(int place) {
        return row[occupationsFrom + place];
    }

    private boolean isInterestedIn(int occupation) {
        for (int word = occupationsFrom; word < regionsFrom; word++) {
            if (row[word] == occupation) {
                return true;
            }
        }
        return false;
    }

    int firstDay() {
        return firstDay;
    }

    /** Whether the student named topics of research. */
    boolean hasTopics() {
        return topicsFrom < topicsTo;
    }

    /** The student's level in a skill. */
    public int levelAt(int skill) {
        return skill < levels.length ? levels[skill] : 0;
    }
}
