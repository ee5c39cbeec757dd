package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.Judge;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.PlaceList;
import dev.talentpipeline.matching.engine.columns.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Finds for an internship with a vacant seat the student whom it would take first among all those who would rather have it than what they
 * have. Students who are interested in its occupation are looked at first; whoever can score no more than what was found, or than what
 * they have, is passed over unread.
 *
 * <p>Keeps scratch space, so one instance serves one thread.
 */
public final class CandidateSearch {

    private static final double UNSTATED = 0.5;

    private final FlatMarket market;
    private final StudentIndex index;
    private final Wishes wishes;
    private final Judge judge;

    private int internship;
    private int student;
    private int regard;
    private long priority;
    private long wish;
    private long demand;

    public CandidateSearch(FlatMarket market, StudentIndex index, Wishes wishes) {
        this.market = market;
        this.index = index;
        this.wishes = wishes;
        judge = new Judge(market);
    }

    /** The first of the students who would come, {@link Members#NOBODY} if none would. */
    public int find(int vacant) {
        internship = vacant;
        student = Members.NOBODY;
        priority = Standing.LAST;
        if (!market.isOpen(vacant)) {
            return Members.NOBODY;
        }
        PlaceList list = market.listOfInternship(vacant);
        for (int place = 0; place < list.size() && student == Members.NOBODY; place++) {
            consider(list.slotAt(place));
        }
        int[] data = market.internshipData();
        int traits = data[market.internshipAt(vacant) + InternshipRow.TRAITS];
        if (student == Members.NOBODY && (traits & InternshipRow.ONLY_LISTED) == 0) {
            considerAll(index.listing(vacant));
            considerSuited(data[market.internshipAt(vacant) + InternshipRow.REGION], traits);
        }
        return student;
    }

    /** What the internship thinks of the found student. */
    public int regard() {
        return regard;
    }

    /** Where the internship stands with the found student. */
    public long wish() {
        return wish;
    }

    private void considerAll(@Nullable IntBag students) {
        for (int at = 0; students != null && at < students.size(); at++) {
            consider(students.get(at));
        }
    }

    private void considerSuited(int region, int traits) {
        boolean remote = (traits & InternshipRow.REMOTE) != 0;
        int key = index.fewest(internship);
        demand = Brief.ofInternship(market.internshipData(), market.internshipAt(internship));
        int interested = Standing.scored(market.millionthsMax(internship, 1));
        int unstated = Standing.scored(market.millionthsMax(internship, UNSTATED));
        int others = Standing.scored(market.millionthsMax(internship, 0));
        read(region, remote, key, true, interested, unstated);
        read(region, remote, key, false, others, others);
    }

    private void read(int region, boolean remote, int key, boolean interested, int bound, int boundUnstated) {
        if (region >= 0) {
            read(index.bag(StudentIndex.placeOfRegion(region), key), interested, bound, boundUnstated);
            read(index.bag(StudentIndex.ANY_REGION, key), interested, bound, boundUnstated);
        }
        if (remote) {
            read(index.bag(StudentIndex.REMOTELY, key), interested, bound, boundUnstated);
        }
    }

    private void read(@Nullable IntBag students, boolean interested, int bound, int boundUnstated) {
        if (students == null || Math.min(bound, boundUnstated) > Standing.regard(priority)) {
            return;
        }
        int[] data = market.internshipData();
        long bit = StudentIndex.bit(data[market.internshipAt(internship) + InternshipRow.OCCUPATION]);
        for (int at = 0; at < students.size(); at++) {
            int candidate = students.get(at);
            long interests = index.interests(candidate);
            boolean hit = interests == 0 || (interests & bit) != 0;
            int best = interests == 0 ? boundUnstated : bound;
            if (hit == interested
                    && Brief.maySuit(index.brief(candidate), demand)
                    && best <= Standing.regard(priority)
                    && best <= Standing.regard(wishes.wishOf(candidate))) {
                consider(candidate);
            }
        }
    }

    private void consider(int candidate) {
        if (!wishes.isFree(candidate) || wishes.internshipOf(candidate) == internship) {
            return;
        }
        judge.consider(candidate);
        if (!judge.mayMeet(internship)) {
            return;
        }
        int millionths = judge.millionths(internship);
        long standing = Standing.of(
                judge.studentsRegard(internship, millionths),
                market.internships().number(internship));
        if (!Standing.before(
                standing, internship, wishes.wishOf(candidate), wishes.internshipOf(candidate), market.internships())) {
            return;
        }
        int thought = judge.internshipsRegard(internship, millionths);
        long standingOfStudent = Standing.of(thought, market.students().number(candidate));
        if (Standing.before(standingOfStudent, candidate, priority, student, market.students())) {
            student = candidate;
            regard = thought;
            priority = standingOfStudent;
            wish = standing;
        }
    }
}
