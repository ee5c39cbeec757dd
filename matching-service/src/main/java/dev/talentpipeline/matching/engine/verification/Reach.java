package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.StudentRow;
import java.util.Arrays;

/**
 * Walks along the shelves where a student might be taken and looks at whatever is in reach: not surely refused, and not surely liked less
 * than what the student has. How far a student surely is from the best regard is worked out from occupation, place, dates and topics alone, in whole
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
    private final int datesWeight;

    /** What is surely missing because the student is not interested, or did not say so. */
    private final int[] missingByOccupation;

    private int regard;
    private int withoutTopics;
    private int stipend;
    private int firstDay;
    private int lastDay;
    private int traits;
    private Question question = (_, _, _) -> false;

    Reach(FlatMarket facts, Shelves shelves, PlainPair pairs) {
        this.facts = facts;
        this.shelves = shelves;
        this.pairs = pairs;
        occupationWeight = facts.weights().millionths(0, 1, 0, 0, 0, 0);
        researchWeight = facts.weights().millionths(0, 0, 1, 0, 0, 0);
        locationWeight = facts.weights().millionths(0, 0, 0, 1, 0, 0);
        missingByOccupation = new int[facts.occupations()];
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
        stipend = data[who + StudentRow.STIPEND];
        firstDay = data[who + StudentRow.FIRST_DAY];
        lastDay = data[who + StudentRow.LAST_DAY];
        traits = data[who + StudentRow.TRAITS];
        int interests = who + StudentRow.WORDS + (data[who + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
        int from = regionsFrom(data, who);
        Arrays.fill(missingByOccupation, missing(occupationWeight, interests == from ? 0.5 : 0));
        for (int word = interests; word < from; word++) {
            missingByOccupation[data[word]] = 0;
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
        int to = from + (data[who + StudentRow.SKILLS_OCCUPATIONS] >>> 16);
        int counted = countOn(shelves.shelf(region, -1), 0, missing, remotely);
        for (int word = from; word < to; word++) {
            counted += countOn(shelves.shelf(region, data[word] >> 3), data[word] & 7, missing, remotely);
        }
        return counted;
    }

    /** Counts on a shelf of a skill that the student has at a level. */
    private int countOn(int shelf, int level, int missing, boolean remotely) {
        int[] labels = shelves.labels();
        int[] rows = shelves.facts();
        int to = shelves.to(shelf);
        int counted = 0;
        for (int label = shelves.from(shelf); label < to; label += Shelves.LABEL) {
            int worst = labels[label + Shelves.WORST];
            int best = labels[label + Shelves.BEST] + missing;
            if (best > worst) {
                break;
            }
            if (best <= regard
                    && circumstancesSuit(labels, label, level)
                    && best + missingAt(labels, label) <= Math.min(worst, regard)) {
                int row = labels[label + Shelves.FACTS] + 1;
                if (!(remotely && isInOwnRegion(rows[row + InternshipRow.REGION]))
                        && question.holds(rows[row - 1], rows, row)) {
                    counted++;
                }
            }
        }
        return counted;
    }

    private boolean circumstancesSuit(int[] labels, int label, int level) {
        int demands = labels[label + Shelves.TRAITS];
        int first = labels[label + Shelves.FIRST_DAY];
        return labels[label + Shelves.STIPEND] >= stipend
                && first >= firstDay
                && first <= lastDay
                && labels[label + Shelves.LAST_DAY] <= lastDay
                && (demands & 0b11) <= (traits & 0b11)
                && (demands & 0b11100) <= (traits & 0b11100)
                && (demands >> Shelves.LEVEL_SHIFT & 7) <= level;
    }

    private int missingAt(int[] labels, int label) {
        boolean topics = (labels[label + Shelves.TRAITS] & Shelves.TOPICS) != 0;
        return missingByOccupation[labels[label + Shelves.OCCUPATION]]
                + missing(datesWeight, pairs.datesPart(labels[label + Shelves.FIRST_DAY]))
                + (topics ? withoutTopics : 0);
    }

    private boolean isInOwnRegion(int region) {
        return region >= 0 && pairs.locationPart(region) > 0.5;
    }
}
