package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.StudentRow;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Openings by region and by the first skill that they require, each with what a student must reach to be taken. Those that can be done
 * remotely stand a second time under no region. What a student could reach at best is worked out from occupation and place alone.
 */
final class Shelves {

    private final FlatMarket facts;
    private final int skills;
    /** Where each shelf begins; shelf = (region + 1) · (skills + 1) + skill + 1, region -1: remotely. */
    private final int[] start;

    private final int[] openings;
    private final int[] occupations;
    /** The worst regard that is still taken; for one that lists students everyone is looked at. */
    private final int[] cutoffs;

    Shelves(FlatMarket facts, int[] open, IntUnaryOperator cutoff) {
        this.facts = facts;
        this.skills = facts.skills();
        int[] data = facts.internshipData();
        start = new int[(facts.regions() + 1) * (skills + 1) + 1];
        for (int internship : open) {
            int at = facts.internshipAt(internship);
            count(data, at, false);
            count(data, at, true);
        }
        for (int shelf = 1; shelf < start.length; shelf++) {
            start[shelf] += start[shelf - 1];
        }
        int[] filled = start.clone();
        openings = new int[start[start.length - 1]];
        occupations = new int[openings.length];
        cutoffs = new int[openings.length];
        for (int internship : open) {
            int at = facts.internshipAt(internship);
            boolean lists = facts.listOfInternship(internship).size() > 0;
            int taken = lists ? Integer.MAX_VALUE : cutoff.applyAsInt(internship);
            place(data, at, false, internship, taken, filled);
            place(data, at, true, internship, taken, filled);
        }
    }

    private void count(int[] data, int at, boolean remotely) {
        int shelf = shelf(data, at, remotely);
        if (shelf >= 0) {
            start[shelf + 1]++;
        }
    }

    private void place(int[] data, int at, boolean remotely, int internship, int cutoff, int[] filled) {
        int shelf = shelf(data, at, remotely);
        if (shelf >= 0) {
            int to = filled[shelf]++;
            openings[to] = internship;
            occupations[to] = data[at + InternshipRow.OCCUPATION];
            cutoffs[to] = cutoff;
        }
    }

    private int shelf(int[] data, int at, boolean remotely) {
        int region = remotely ? -1 : data[at + InternshipRow.REGION];
        boolean remote = (data[at + InternshipRow.TRAITS] & InternshipRow.REMOTE) != 0;
        if (remotely ? !remote : region < 0) {
            return -1;
        }
        int required = data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16;
        return shelf(region, required == 0 ? -1 : data[at + InternshipRow.WORDS] >> 3);
    }

    private int shelf(int region, int skill) {
        return (region + 1) * (skills + 1) + skill + 1;
    }

    /** Counts the openings for which something holds, of all that a student might reach and like better than what has a regard. */
    int count(int student, int regard, IntPredicate holds) {
        int[] data = facts.studentData();
        int who = facts.studentAt(student);
        int from = regionsFrom(data, who);
        int to = from + (data[who + StudentRow.REGIONS_TOPICS] >>> 16);
        int counted = 0;
        for (int region = 0; region < facts.regions(); region++) {
            if (suits(data, from, to, region)) {
                counted += countIn(region, who, regard, holds);
            }
        }
        if ((data[who + StudentRow.TRAITS] & StudentRow.REMOTE) != 0) {
            counted += countIn(-1, who, regard, internship -> {
                int region = facts.internshipData()[facts.internshipAt(internship) + InternshipRow.REGION];
                return (region < 0 || !suits(data, from, to, region)) && holds.test(internship);
            });
        }
        return counted;
    }

    private static boolean suits(int[] data, int from, int to, int region) {
        boolean suits = from == to;
        for (int word = from; word < to; word++) {
            suits |= data[word] == region;
        }
        return suits;
    }

    private static int regionsFrom(int[] data, int who) {
        int counts = data[who + StudentRow.SKILLS_OCCUPATIONS];
        return who + StudentRow.WORDS + (counts >>> 16) + (counts & 0xFFFF);
    }

    private int countIn(int region, int who, int regard, IntPredicate holds) {
        int[] data = facts.studentData();
        int from = who + StudentRow.WORDS;
        int counts = data[who + StudentRow.SKILLS_OCCUPATIONS];
        int occupationsFrom = from + (counts >>> 16);
        int occupationsTo = occupationsFrom + (counts & 0xFFFF);
        int best = atBest(1);
        int rest = atBest(occupationsFrom == occupationsTo ? 0.5 : 0);
        int counted = countOn(shelf(region, -1), data, occupationsFrom, occupationsTo, best, rest, regard, holds);
        for (int word = from; word < occupationsFrom; word++) {
            counted += countOn(
                    shelf(region, data[word] >> 3), data, occupationsFrom, occupationsTo, best, rest, regard, holds);
        }
        return counted;
    }

    private int atBest(double occupation) {
        return (1 << 20) + 1_000_000 - facts.weights().millionths(1, occupation, 1, 1, 1, 1);
    }

    private int countOn(int shelf, int[] data, int from, int to, int best, int rest, int regard, IntPredicate holds) {
        int counted = 0;
        for (int at = start[shelf]; at < start[shelf + 1]; at++) {
            int bound = rest;
            for (int word = from; word < to; word++) {
                if (data[word] == occupations[at]) {
                    bound = best;
                }
            }
            if (bound <= regard && bound <= cutoffs[at] && holds.test(openings[at])) {
                counted++;
            }
        }
        return counted;
    }
}
