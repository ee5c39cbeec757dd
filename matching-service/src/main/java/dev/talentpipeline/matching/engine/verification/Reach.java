package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.StudentRow;
import java.util.Arrays;

/**
 * Walks along the shelves where a student might be taken and looks at whatever is in reach: not surely refused, and not surely liked less
 * than what the student has. Openings of no interest are looked for by skill, those of interest by occupation: the former are further away. How far a student surely
 * is from the best regard is worked out from occupation, place, dates and topics, then from skills, in whole millionths and never too much. One instance serves one thread.
 */
final class Reach {

    /** Something to ask of an opening whose row begins at a place. */
    interface Question {
        boolean holds(int internship, int[] rows, int row);
    }

    private final FlatMarket facts;
    private final Shelves bySkill;
    private final Shelves byOccupation;
    private final PlainPair pairs;
    private final int skillsWeight;
    private final int occupationWeight;
    private final int researchWeight;
    private final int locationWeight;
    private final int datesWeight;

    private final boolean[] ofInterest;
    /** What is surely missing where the student is not interested, or did not say so. */
    private int missingInterest;
    /** The bits of the student's skills. */
    private int skills;

    private int regard;
    private int withoutTopics;
    private long brought;
    private Question question = (_, _, _) -> false;

    Reach(FlatMarket facts, Shelves bySkill, Shelves byOccupation, PlainPair pairs) {
        this.facts = facts;
        this.bySkill = bySkill;
        this.byOccupation = byOccupation;
        this.pairs = pairs;
        skillsWeight = facts.weights().millionths(1, 0, 0, 0, 0, 0);
        occupationWeight = facts.weights().millionths(0, 1, 0, 0, 0, 0);
        researchWeight = facts.weights().millionths(0, 0, 1, 0, 0, 0);
        locationWeight = facts.weights().millionths(0, 0, 0, 1, 0, 0);
        ofInterest = new boolean[facts.occupations()];
        datesWeight = facts.weights().millionths(0, 0, 0, 0, 1, 0);
    }

    /**
     * Counts the openings for which something holds, of all that the student may reach and like at least as well as something.
     *
     * @param student to whom the pairs have been turned
     * @param regardOfOwn what the student thinks of what they have
     */
    int count(int student, int regardOfOwn, Question asked) {
        regard = regardOfOwn;
        question = asked;
        withoutTopics = pairs.offersTopics() ? 0 : missing(researchWeight, 0);
        int[] data = facts.studentData();
        int who = facts.studentAt(student);
        brought = Terms.brought(data, who);
        int interests = who + StudentRow.WORDS + (data[who + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
        int from = regionsFrom(data, who);
        missingInterest = missing(occupationWeight, interests == from ? 0.5 : 0);
        Arrays.fill(ofInterest, false);
        for (int word = interests; word < from; word++) {
            ofInterest[data[word]] = true;
        }
        skills = 0;
        for (int word = who + StudentRow.WORDS; word < interests; word++) {
            skills |= Shelves.bit(data[word] >> 3);
        }
        int to = from + (data[who + StudentRow.REGIONS_TOPICS] >>> 16);
        int counted = 0;
        for (int word = from; word < to; word++) {
            if (!has(data, from, word, data[word])) {
                counted += countIn(data[word], who, missing(locationWeight, pairs.locationPart(data[word])), false);
            }
        }
        for (int region = 0; from == to && region < facts.regions(); region++) {
            counted += countIn(region, who, missing(locationWeight, pairs.locationPart(region)), false);
        }
        if ((data[who + StudentRow.TRAITS] & StudentRow.REMOTE) != 0) {
            counted += countIn(-1, who, 0, true);
        }
        return counted;
    }

    private static boolean has(int[] data, int from, int to, int number) {
        boolean has = false;
        for (int word = from; word < to; word++) {
            has |= data[word] == number;
        }
        return has;
    }

    private static int regionsFrom(int[] data, int who) {
        int counts = data[who + StudentRow.SKILLS_OCCUPATIONS];
        return who + StudentRow.WORDS + (counts >>> 16) + (counts & 0xFFFF);
    }

    /** What is surely missing because of one part; the weight may be rounded up by less than one. */
    private static int missing(int weight, double part) {
        return Math.max(0, (int) ((weight - 1) * (1 - part)));
    }

    private int countIn(int region, int who, int missing, boolean remotely) {
        int[] data = facts.studentData();
        int from = who + StudentRow.WORDS;
        int interests = from + (data[who + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
        int to = interests + (data[who + StudentRow.SKILLS_OCCUPATIONS] & 0xFFFF);
        int others = missing + missingInterest;
        int counted = countOn(bySkill, bySkill.shelf(region, 0), brought, others, remotely);
        for (int word = from; word < interests; word++) {
            int shelf = bySkill.shelf(region, (data[word] >> 3) + 1);
            counted += countOn(bySkill, shelf, brought | Terms.level(data[word] & 7), others, remotely);
        }
        for (int word = interests; word < to; word++) {
            if (!has(data, interests, word, data[word])) {
                int shelf = byOccupation.shelf(region, data[word]);
                counted += countOn(byOccupation, shelf, brought | Terms.level(7), missing, remotely);
            }
        }
        return counted;
    }

    /** Counts on a shelf: by skill what is of no interest, by occupation what is. */
    private int countOn(Shelves shelves, int shelf, long offered, int missing, boolean remotely) {
        long[] tags = shelves.tags();
        int[] labels = shelves.labels();
        boolean interesting = shelves == byOccupation;
        int to = shelves.to(shelf);
        int counted = 0;
        for (int at = shelves.from(shelf); at < to; at++) {
            long tag = tags[at * Shelves.TAG + 1];
            if ((int) (tag >> 32) < missing) {
                break;
            }
            if (((int) tag & ~skills) == 0 && Terms.mayDo(offered, tags[at * Shelves.TAG])) {
                int label = at * Shelves.LABEL;
                int worst = Math.min(labels[label + Shelves.WORST], regard);
                int best = labels[label + Shelves.BEST] + missing + missingAt(labels, label);
                if (best <= worst
                        && ofInterest[labels[label + Shelves.OCCUPATION]] == interesting
                        && holds(shelves.facts(), labels, label, worst - best, remotely)) {
                    counted++;
                }
            }
        }
        return counted;
    }

    private int missingAt(int[] labels, int label) {
        boolean topics = (labels[label + Shelves.NAMED] & Shelves.TOPICS) != 0;
        return missing(datesWeight, pairs.datesPart(labels[label + Shelves.FIRST_DAY])) + (topics ? withoutTopics : 0);
    }

    /** Asks of an opening, unless its skills alone put it further away than what is left. */
    private boolean holds(int[] rows, int[] labels, int label, int left, boolean remotely) {
        int row = labels[label + Shelves.FACTS] + 1;
        boolean named = (labels[label + Shelves.NAMED] & Shelves.SKILLS) != 0;
        return (!named || missing(skillsWeight, pairs.skillsPart(rows, row)) <= left)
                && !(remotely && isInOwnRegion(rows[row + InternshipRow.REGION]))
                && question.holds(rows[row - 1], rows, row);
    }

    private boolean isInOwnRegion(int region) {
        return region >= 0 && pairs.locationPart(region) > 0.5;
    }
}
