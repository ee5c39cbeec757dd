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

    private final FlatMarket market;
    private final Weights weights;
    private final Ceilings ceilings;
    /** By days of delay. */
    private final int[] dates;

    /** By skill the level that is required. */
    private byte[] least = new byte[0];
    /** By skill whether it is preferred. */
    private boolean[] preferred = new boolean[0];

    private int[] skills = new int[8];
    private int skillCount;
    private int required;
    /** What whoever has no preferred skill lacks of these, weighted. */
    private int preferredLack;

    private int worth;
    private int lossUnit;
    private int research;
    private int region;
    private int firstDay;

    public Demand(FlatMarket market) {
        this.market = market;
        weights = market.weights();
        ceilings = new Ceilings(market);
        dates = ceilings.datesByDelay();
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
        for (int place = 0; place < skillCount; place++) {
            int word = data[at + InternshipRow.WORDS + place];
            if (place < required) {
                skills[place] = FlatMarket.skillOf(word);
                least[skills[place]] = (byte) FlatMarket.levelOf(word);
            } else {
                skills[place] = word;
                preferred[word] = true;
                preferredLack += SkillTerms.lackOfPreferred(0) * market.rarity().weight(word);
            }
        }
        worth = ceilings.worth(internship);
        lossUnit = ceilings.lossUnit(internship);
        research = ceilings.namesTopics(internship) ? weights.billionths(Part.RESEARCH, 1) : 0;
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
        return Math.max(0, dates[0] - dates[Math.clamp(firstDay - latestFirstDay, 0, dates.length - 1)] - 1);
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

    /**
     * What a student lacks at least, weighted, as far as {@linkplain #bit bits} tell which skills they have; {@link #IMPOSSIBLE} if a required one
     * is not among them.
     */
    public int leastLack(long bits) {
        int lack = 0;
        for (int place = 0; place < skillCount; place++) {
            if ((bits & bit(skills[place])) == 0) {
                if (place < required) {
                    return IMPOSSIBLE;
                }
                lack += SkillTerms.lackOfPreferred(0) * market.rarity().weight(skills[place]);
            }
        }
        return lack;
    }

    /** The bit of a skill; several skills may share one. */
    public static long bit(int skill) {
        return 1L << ((skill * 0x9E3779B9) >>> 26);
    }

    /** What a student lacks of all skills, weighted; {@link #IMPOSSIBLE} if a required one does not suffice. */
    public int lack(int student) {
        int[] data = market.studentData();
        int at = market.studentAt(student);
        int from = at + StudentRow.WORDS;
        int to = from + (data[at + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
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
}
