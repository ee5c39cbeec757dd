package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.Judge;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts where the two sides of a pair stand with each other among all whom each may have, whether or not those hold a seat, or have one
 * free. The first is 1. Keeps scratch space, so one instance serves one thread.
 */
public final class MutualRanks {

    private final FlatMarket market;
    private final OpeningIndex openings;
    private final StudentIndex students;
    private final Judge judge;

    private long[] standings = new long[64];
    private int[] candidates = new int[64];
    private int size;

    public MutualRanks(FlatMarket market, OpeningIndex openings, StudentIndex students) {
        this.market = market;
        this.openings = openings;
        this.students = students;
        judge = new Judge(market);
    }

    /** The place of an internship that a student may have in the student's order. */
    public int ofInternship(int internship, int student) {
        Ranking ranking = new Ranking(market, openings, student);
        int rank = 1;
        for (int next = ranking.next(); next != internship; next = ranking.next()) {
            if (next == Members.NOBODY) {
                throw new IllegalStateException(
                        "The internship (" + market.internships().id(internship) + ") must be one that the student ("
                                + market.students().id(student) + ") may have.");
            }
            rank++;
        }
        return rank;
    }

    /** The places of students whom an internship may have in the internship's order. */
    public int[] ofStudents(int[] wanted, int internship) {
        collect(internship);
        int[] ranks = new int[wanted.length];
        for (int at = 0; at < wanted.length; at++) {
            long standing = standing(wanted[at], internship);
            ranks[at] = 1;
            for (int other = 0; other < size; other++) {
                if (Standing.before(standings[other], candidates[other], standing, wanted[at], market.students())) {
                    ranks[at]++;
                }
            }
        }
        return ranks;
    }

    private long standing(int student, int internship) {
        judge.consider(student);
        int regard = judge.internshipsRegard(internship, judge.millionths(internship));
        return Standing.of(regard, market.students().number(student));
    }

    private void collect(int internship) {
        size = 0;
        int[] data = market.internshipData();
        int at = market.internshipAt(internship);
        int region = data[at + InternshipRow.REGION];
        boolean remote = (data[at + InternshipRow.TRAITS] & InternshipRow.REMOTE) != 0;
        long demand = Brief.ofInternship(data, at);
        int skill = students.fewest(internship);
        if (region >= 0) {
            collect(students.skilled(StudentIndex.placeOfRegion(region), skill), internship, demand, -1);
            collect(students.skilled(StudentIndex.ANY_REGION, skill), internship, demand, -1);
        }
        if (remote) {
            // Whoever would work where it is has been counted.
            collect(students.skilled(StudentIndex.REMOTELY, skill), internship, demand, region);
        }
    }

    private void collect(@Nullable IntBag bag, int internship, long demand, int counted) {
        for (int at = 0; bag != null && at < bag.size(); at++) {
            int student = StudentIndex.studentOf(bag.get(at));
            if (!Brief.maySuit(students.brief(student), demand)) {
                continue;
            }
            judge.consider(student);
            if (judge.mayMeet(internship) && (counted < 0 || !judge.regionSuits(counted))) {
                add(internship, student);
            }
        }
    }

    private void add(int internship, int student) {
        if (size == standings.length) {
            standings = Arrays.copyOf(standings, size * 2);
            candidates = Arrays.copyOf(candidates, size * 2);
        }
        int regard = judge.internshipsRegard(internship, judge.millionths(internship));
        standings[size] = Standing.of(regard, market.students().number(student));
        candidates[size++] = student;
    }
}
