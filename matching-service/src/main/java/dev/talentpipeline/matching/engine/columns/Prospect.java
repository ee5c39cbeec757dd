package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.preference.Part;
import java.util.Arrays;

/**
 * What the student whom a {@link Judge} considers may score at most, as sums of {@link Ceilings}. One instance serves one thread.
 */
public final class Prospect {

    /** There is a required skill that the student lacks. */
    public static final int IMPOSSIBLE = -1;

    private static final int LEVELS = 8;

    private final FlatMarket market;
    private final Judge judge;
    private final Weights weights;
    /** By days of delay. */
    private final int[] dates;

    private final int[] occupation = new int[3];
    private final int researchMax;
    private boolean[] interesting = new boolean[64];
    private int[] interests = new int[8];
    private int interestCount;
    /** By place among the student's skills and required level: weighted, what is lacking. */
    private int[] lacks = new int[8 * LEVELS];

    private int firstDay;
    private int other;
    private int named;

    public Prospect(FlatMarket market, Judge judge) {
        this.market = market;
        this.judge = judge;
        weights = market.weights();
        dates = new Ceilings(market).datesByDelay();
        occupation[0] = weights.billionths(Part.OCCUPATION, 0);
        occupation[1] = weights.billionths(Part.OCCUPATION, Judge.UNSTATED);
        occupation[2] = weights.billionths(Part.OCCUPATION, 1);
        researchMax = weights.billionths(Part.RESEARCH, 1);
    }

    /** Turns to the student whom the judge considers now. */
    public void consider() {
        firstDay = judge.firstDay();
        for (int at = 0; at < interestCount; at++) {
            interesting[interests[at]] = false;
        }
        interestCount = judge.occupationCount();
        if (interesting.length < market.occupations()) {
            interesting = new boolean[market.occupations() * 2];
        }
        if (interests.length < interestCount) {
            interests = new int[interestCount];
        }
        for (int at = 0; at < interestCount; at++) {
            interests[at] = judge.occupationAt(at);
            interesting[interests[at]] = true;
        }
        other = occupation[interestCount == 0 ? 1 : 0];
        named = judge.hasTopics() ? researchMax : 0;
        if (lacks.length < judge.skillCount() * LEVELS) {
            lacks = Arrays.copyOf(lacks, judge.skillCount() * LEVELS);
        }
        for (int at = 0; at < judge.skillCount(); at++) {
            int weight = market.rarity().weight(judge.skillAt(at));
            int level = judge.levelAt(judge.skillAt(at));
            for (int least = 0; least < LEVELS; least++) {
                lacks[at * LEVELS + least] = weight * Math.max(0, SkillTerms.lackOfRequired(least, level));
            }
        }
    }

    /** Whether the student said to be interested in an occupation. */
    public boolean isInterestedIn(int occupation) {
        return interesting[occupation];
    }

    /** What the occupation adds at most, of interest or not. */
    public int occupation(boolean ofInterest) {
        return ofInterest ? occupation[2] : other;
    }

    public int location(int region) {
        return weights.billionths(Part.LOCATION, judge.locationPart(region));
    }

    /** What the dates add at most where an internship does not begin before a day. */
    public int dates(int earliestDay) {
        return dates[Math.clamp(earliestDay - firstDay, 0, dates.length - 1)];
    }

    /** What research adds at most where topics are named. */
    public int research() {
        return named;
    }

    /** What the student lacks, weighted, of a required skill of their own. */
    public int lack(int placeOfSkill, int least) {
        return lacks[placeOfSkill * LEVELS + least];
    }

    /** What the student lacks, weighted, of all skills that are named at a place; {@link #IMPOSSIBLE} if they may not have it. */
    public int lack(Facets facets, int start) {
        int[] words = facets.words();
        int counts = words[start + Facets.REQUIRED_PREFERRED];
        int word = start + Facets.WORDS;
        int lack = 0;
        for (int to = word + (counts >>> 16); word < to; word++) {
            int skill = FlatMarket.skillOf(words[word]);
            int lackOfOne = SkillTerms.lackOfRequired(FlatMarket.levelOf(words[word]), judge.levelAt(skill));
            if (lackOfOne == SkillTerms.TOO_LITTLE) {
                return IMPOSSIBLE;
            }
            lack += lackOfOne * market.rarity().weight(skill);
        }
        for (int to = word + (counts & 0xFFFF); word < to; word++) {
            lack += SkillTerms.lackOfPreferred(judge.levelAt(words[word]))
                    * market.rarity().weight(words[word]);
        }
        return lack;
    }

    /** What research adds at most where the topics are those named at a place. */
    public int research(Facets facets, int start) {
        int[] words = facets.words();
        int counts = words[start + Facets.REQUIRED_PREFERRED];
        int topics = start + Facets.WORDS + (counts >>> 16) + (counts & 0xFFFF);
        return weights.billionths(Part.RESEARCH, judge.researchPart(words, topics, words[start + Facets.TOPICS]));
    }
}
