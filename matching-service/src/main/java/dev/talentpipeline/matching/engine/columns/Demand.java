package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.preference.Part;
import java.util.Arrays;

/**
 * What an internship asks for, unpacked, to bound the scores of many students with it, as sums of {@link Ceilings}. One instance serves one
 * thread.
 */
public final class Demand {

    /** The student lacks a required skill. */
    public static final int IMPOSSIBLE = -1;

    private static final byte NOT_REQUIRED = -1;

    /** Of so many preferred skills bits tell what is lost. */
    private static final int TOLD = 3;

    private final FlatMarket market;
    private final Weights weights;
    private final Ceilings ceilings;
    /** By days of delay. */
    private final int[] dates;

    private final int[] lostByDelay = new int[Judge.START_DELAY_MAX_DAYS + 1];
    private final int occupationMiss;
    private final int occupationUnstated;
    private final int occupationHit;

    /** By skill the level that is required. */
    private byte[] least = new byte[0];
    /** By skill whether it is preferred. */
    private boolean[] preferred = new boolean[0];

    private int[] skills = new int[8];
    private int skillCount;
    private int required;
    /** The bits of all required skills. */
    private long requiredBits;
    /** The first few preferred skills, by what their {@linkplain #bit bits} are shifted. */
    private final int[] shifts = new int[TOLD];

    /** By which of these a student has, one bit each, what is lost at least. */
    private final int[] losses = new int[1 << TOLD];

    /** What whoever has no preferred skill lacks of these, weighted. */
    private int preferredLack;

    private int worth;
    private int lossUnit;
    private int research;
    private int occupation;
    private int region;
    /** Where the topics are in the rows of internships. */
    private int topicsFrom;

    private int topicsTo;
    /** Never asked for: that it is written keeps reads from being left out. */
    @SuppressWarnings("UnusedVariable")
    private int fetched;

    private int firstDay;

    public Demand(FlatMarket market) {
        this.market = market;
        weights = market.weights();
        ceilings = new Ceilings(market);
        dates = ceilings.datesByDelay();
        for (int delay = 0; delay < dates.length; delay++) {
            lostByDelay[delay] = Math.max(0, dates[0] - dates[delay] - 1);
        }
        occupationMiss = weights.billionths(Part.OCCUPATION, 0);
        occupationUnstated = weights.billionths(Part.OCCUPATION, Judge.UNSTATED);
        occupationHit = weights.billionths(Part.OCCUPATION, 1);
    }

    /** Turns to an internship. */
    public void turnTo(int internship) {
        for (int at = 0; at < skillCount; at++) {
            least[skills[at]] = NOT_REQUIRED;
            preferred[skills[at]] = false;
        }
        makeRoom();
        int[] data = market.internshipData();
        int at = market.internshipAt(internship);
        int counts = data[at + InternshipRow.REQUIRED_PREFERRED];
        required = counts >>> 16;
        skillCount = required + (counts & 0xFFFF);
        if (skills.length < skillCount) {
            skills = new int[skillCount];
        }
        preferredLack = 0;
        requiredBits = 0;
        for (int place = 0; place < skillCount; place++) {
            int word = data[at + InternshipRow.WORDS + place];
            if (place < required) {
                skills[place] = FlatMarket.skillOf(word);
                least[skills[place]] = (byte) FlatMarket.levelOf(word);
                requiredBits |= bit(skills[place]);
            } else {
                skills[place] = word;
                preferred[word] = true;
                preferredLack += SkillTerms.lackOfPreferred(0) * market.rarity().weight(word);
            }
        }
        worth = ceilings.worth(internship);
        lossUnit = ceilings.lossUnit(internship);
        tellLosses();
        research = ceilings.namesTopics(internship) ? weights.billionths(Part.RESEARCH, 1) : 0;
        topicsFrom = at + InternshipRow.WORDS + skillCount + (data[at + InternshipRow.MAJORS_TOPICS] >>> 16);
        topicsTo = topicsFrom + (data[at + InternshipRow.MAJORS_TOPICS] & 0xFFFF);
        occupation = data[at + InternshipRow.OCCUPATION];
        region = data[at + InternshipRow.REGION];
        firstDay = data[at + InternshipRow.FIRST_DAY];
    }

    private void makeRoom() {
        int known = least.length;
        if (known < market.skills()) {
            least = Arrays.copyOf(least, market.skills() * 2);
            Arrays.fill(least, known, least.length, NOT_REQUIRED);
            preferred = Arrays.copyOf(preferred, least.length);
        }
    }

    /**
     * What no student's score exceeds.
     *
     * @param occupation how far the occupation meets the student's interests: 0, one half where none was stated, or 1
     * @param location how well the place suits, where there is a region
     */
    public int most(double occupation, double location) {
        return worth
                + research
                + weights.billionths(Part.OCCUPATION, occupation)
                + weights.billionths(Part.LOCATION, region < 0 ? Judge.REMOTELY : location)
                + dates[0];
    }

    /** What is lost at least by a student who cannot begin before a day, because the internship begins later. */
    public int lostByDelay(int latestFirstDay) {
        return lostByDelay[Math.min(Math.max(firstDay - latestFirstDay, 0), Judge.START_DELAY_MAX_DAYS)];
    }

    /** What is lost at least by a lack of skills. */
    public int lostByLack(int lack) {
        return lack * lossUnit;
    }

    /** What a student with a level in a required skill lacks of that one, weighted; {@link #IMPOSSIBLE} if it does not suffice. */
    public int lack(int skill, int level) {
        int lack = SkillTerms.lackOfRequired(least[skill], level);
        return lack == SkillTerms.TOO_LITTLE
                ? IMPOSSIBLE
                : lack * market.rarity().weight(skill);
    }

    /** The {@linkplain #bit bits} of required skills that are not among those of a student's. */
    public long missing(long bits) {
        return requiredBits & ~bits;
    }

    /** What is lost at least by a lack of skills, as far as {@linkplain #bit bits} tell which ones a student has. */
    public int lostByLack(long bits) {
        long had = (bits >>> shifts[0] & 1) | (bits >>> shifts[1] & 1) << 1 | (bits >>> shifts[2] & 1) << 2;
        return losses[(int) had];
    }

    private void tellLosses() {
        int told = Math.min(TOLD, skillCount - required);
        for (int had = 0; had < losses.length; had++) {
            int lack = 0;
            for (int place = 0; place < told; place++) {
                int weight = market.rarity().weight(skills[required + place]);
                lack += (had >>> place & 1) != 0 ? 0 : SkillTerms.lackOfPreferred(0) * weight;
            }
            losses[had] = lostByLack(lack);
        }
        for (int place = 0; place < told; place++) {
            shifts[place] = shift(skills[required + place]);
        }
    }

    /** The bit of a skill; several skills may share one. */
    public static long bit(int skill) {
        return 1L << shift(skill);
    }

    private static int shift(int skill) {
        return (skill * 0x9E3779B9) >>> 26;
    }

    /**
     * What a student's score does not exceed, and hardly falls short of, by all that their row says; {@link #IMPOSSIBLE} if they lack a required
     * skill.
     *
     * @param enough whoever cannot reach this need not be looked at to the end
     */
    public int most(int student, int enough) {
        int[] data = market.studentData();
        int at = market.studentAt(student);
        int skillsFrom = at + StudentRow.WORDS;
        int occupationsFrom = skillsFrom + (data[at + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
        int regionsFrom = occupationsFrom + (data[at + StudentRow.SKILLS_OCCUPATIONS] & 0xFFFF);
        int topics = regionsFrom + (data[at + StudentRow.REGIONS_TOPICS] >>> 16);
        int end = topics + (data[at + StudentRow.REGIONS_TOPICS] & 0xFFFF);
        int lack = lack(data, skillsFrom, occupationsFrom);
        if (lack == IMPOSSIBLE) {
            return IMPOSSIBLE;
        }
        int most = worth
                + research
                + occupation(data, occupationsFrom, regionsFrom)
                + location(data, regionsFrom, topics)
                + dates[Math.clamp(firstDay - data[at + StudentRow.FIRST_DAY], 0, dates.length - 1)]
                - lostByLack(lack);
        return most < enough || research == 0 ? most : most - research + research(data, topics, end);
    }

    /**
     * Reads the rows of students once, so that they are at hand when they are looked at one after the other: reads that do not wait for each other take a
     * fraction of the time.
     */
    public void fetch(int student) {
        int[] data = market.studentData();
        int at = market.studentAt(student);
        fetched += data[at] + data[Math.min(at + StudentRow.WORDS + 8, data.length - 1)];
    }

    private int lack(int[] data, int from, int to) {
        int met = 0;
        int lack = preferredLack;
        for (int word = from; word < to; word++) {
            int skill = FlatMarket.skillOf(data[word]);
            int level = FlatMarket.levelOf(data[word]);
            if (least[skill] != NOT_REQUIRED) {
                int lackOfOne = lack(skill, level);
                if (lackOfOne == IMPOSSIBLE) {
                    return IMPOSSIBLE;
                }
                lack += lackOfOne;
                met++;
            }
            if (preferred[skill]) {
                int gained = SkillTerms.lackOfPreferred(0) - SkillTerms.lackOfPreferred(level);
                lack -= gained * market.rarity().weight(skill);
            }
        }
        return met == required ? lack : IMPOSSIBLE;
    }

    private int occupation(int[] data, int from, int to) {
        if (from == to) {
            return occupationUnstated;
        }
        return has(data, from, to, occupation) ? occupationHit : occupationMiss;
    }

    private static boolean has(int[] data, int from, int to, int number) {
        for (int word = from; word < to; word++) {
            if (data[word] == number) {
                return true;
            }
        }
        return false;
    }

    private int location(int[] data, int from, int to) {
        int word = from;
        while (word < to && data[word] != region) {
            word++;
        }
        return weights.billionths(Part.LOCATION, Judge.locationPart(region, word - from, to - from));
    }

    private int research(int[] data, int from, int to) {
        int[] wanted = market.internshipData();
        double sum = 0;
        for (int topic = topicsFrom; topic < topicsTo; topic++) {
            float nearest = 0;
            for (int word = from; word < to; word++) {
                nearest = Math.max(nearest, market.topicAlignment(data[word], wanted[topic]));
            }
            sum += nearest;
        }
        return weights.billionths(Part.RESEARCH, sum / (topicsTo - topicsFrom));
    }
}
