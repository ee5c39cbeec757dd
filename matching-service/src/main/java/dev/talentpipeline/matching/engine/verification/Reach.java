package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.StudentRow;

/**
 * Walks along the shelves where a student might be taken and looks at whatever is in reach: not surely refused, and not surely liked less
 * than what the student has. How far a student surely is from the best regard is worked out from occupation, place and topics alone, in whole
 * millionths and never too much. One instance serves one thread.
 */
final class Reach {

    /** Something to ask of an opening whose row begins at a place. */
    interface Question {
        boolean holds(int internship, int[] rows, int row);
    }

    private final FlatMarket facts;
    private final Shelves shelves;
    private final PlainPair pairs;
    private final int occupationWeight;
    private final int researchWeight;
    private final int locationWeight;

    private int regard;
    private int withoutTopics;
    private Question question = (_, _, _) -> false;

    Reach(FlatMarket facts, Shelves shelves, PlainPair pairs) {
        this.facts = facts;
        this.shelves = shelves;
        this.pairs = pairs;
        occupationWeight = facts.weights().millionths(0, 1, 0, 0, 0, 0);
        researchWeight = facts.weights().millionths(0, 0, 1, 0, 0, 0);
        locationWeight = facts.weights().millionths(0, 0, 0, 1, 0, 0);
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
        int from = regionsFrom(data, who);
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
        int to = from + (data[who + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
        int counted = countOn(shelves.shelf(region, -1), missing, remotely);
        for (int word = from; word < to; word++) {
            counted += countOn(shelves.shelf(region, data[word] >> 3), missing, remotely);
        }
        return counted;
    }

    private int countOn(int shelf, int missing, boolean remotely) {
        int[] rows = shelves.rows();
        int to = shelves.to(shelf);
        int counted = 0;
        int length;
        for (int at = shelves.from(shelf); at < to; at += length) {
            int worst = rows[at + Shelves.WORST];
            int best = rows[at + Shelves.BEST] + missing;
            if (best > worst) {
                break;
            }
            int row = at + Shelves.ROW;
            length = Shelves.ROW + rows[row];
            if (best <= regard
                    && best + missingAt(rows, row) <= Math.min(worst, regard)
                    && !(remotely && isInOwnRegion(rows[row + InternshipRow.REGION]))
                    && question.holds(rows[at + Shelves.INTERNSHIP], rows, row)) {
                counted++;
            }
        }
        return counted;
    }

    private int missingAt(int[] rows, int row) {
        boolean topics = (rows[row + InternshipRow.MAJORS_TOPICS] & 0xFFFF) != 0;
        return missing(occupationWeight, pairs.occupationPart(rows[row + InternshipRow.OCCUPATION]))
                + (topics ? withoutTopics : 0);
    }

    private boolean isInOwnRegion(int region) {
        return region >= 0 && pairs.locationPart(region) > 0.5;
    }
}
