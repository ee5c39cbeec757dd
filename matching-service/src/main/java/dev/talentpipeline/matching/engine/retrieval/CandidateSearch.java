package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Ceilings;
import dev.talentpipeline.matching.engine.columns.Demand;
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

    private static final double HIT = 1;
    private static final double UNSTATED = 0.5;
    private static final double MISS = 0;

    private static final double OWN_REGION = 1;
    private static final double ANY_REGION = 0.8;
    private static final double REMOTELY = 0.5;

    private final FlatMarket market;
    private final StudentIndex index;
    private final Wishes wishes;
    private final Judge judge;
    private final Demand demand;

    private int internship;
    private int region;
    private boolean remote;
    private long brief;
    /** By level in the key skill what is lost at least, {@link Demand#IMPOSSIBLE} where it does not suffice. */
    private final int[] lostByLevel = new int[8];
    /** By level in the key skill the best regard. */
    private final int[] bestByLevel = new int[8];

    private int student;
    private int regard;
    private long priority;
    private long wish;

    public CandidateSearch(FlatMarket market, StudentIndex index, Wishes wishes) {
        this.market = market;
        this.index = index;
        this.wishes = wishes;
        judge = new Judge(market);
        demand = new Demand(market);
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
        int traits = market.internshipData()[market.internshipAt(vacant) + InternshipRow.TRAITS];
        if (student == Members.NOBODY && (traits & InternshipRow.ONLY_LISTED) == 0) {
            considerAll(index.listing(vacant));
            considerSuited();
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

    private void considerSuited() {
        int[] data = market.internshipData();
        int at = market.internshipAt(internship);
        region = data[at + InternshipRow.REGION];
        remote = (data[at + InternshipRow.TRAITS] & InternshipRow.REMOTE) != 0;
        brief = Brief.ofInternship(data, at);
        demand.turnTo(internship);
        int occupation = data[at + InternshipRow.OCCUPATION];
        int skill = index.fewest(internship);
        int interested = size(index::interested, occupation) + size(index::interested, StudentIndex.NOTHING);
        if (size(index::skilled, skill) <= interested) {
            loseByLevel(skill);
            read(index::skilled, skill, HIT);
            return;
        }
        loseByLevel(StudentIndex.NOTHING);
        read(index::interested, occupation, HIT);
        read(index::interested, StudentIndex.NOTHING, UNSTATED);
        // Whoever was read before is met again, now with too low a bound, which does not matter any more.
        loseByLevel(skill);
        read(index::skilled, skill, MISS);
    }

    private void loseByLevel(int skill) {
        for (int level = 0; level < lostByLevel.length; level++) {
            int lack = skill == StudentIndex.NOTHING ? 0 : demand.lack(skill, level);
            lostByLevel[level] = lack == Demand.IMPOSSIBLE ? Demand.IMPOSSIBLE : demand.lostByLack(lack);
        }
    }

    /** A way to the students of a place who share a skill or an interest. */
    private interface Shelf {
        @Nullable IntBag bag(int place, int which);
    }

    private void read(Shelf shelf, int which, double interest) {
        if (region >= 0) {
            read(shelf.bag(StudentIndex.placeOfRegion(region), which), demand.most(interest, OWN_REGION));
            read(shelf.bag(StudentIndex.ANY_REGION, which), demand.most(interest, ANY_REGION));
        }
        if (remote) {
            // Those whose region it is were read above.
            read(shelf.bag(StudentIndex.REMOTELY, which), demand.most(interest, REMOTELY));
        }
    }

    private void read(@Nullable IntBag students, int most) {
        if (students == null || Ceilings.regard(most) > Standing.regard(priority)) {
            return;
        }
        for (int level = 0; level < bestByLevel.length; level++) {
            bestByLevel[level] = lostByLevel[level] == Demand.IMPOSSIBLE
                    ? Integer.MAX_VALUE
                    : Ceilings.regard(most - lostByLevel[level]);
        }
        for (int at = 0; at < students.size(); at++) {
            int entry = students.get(at);
            if (bestByLevel[StudentIndex.levelOf(entry)] <= Standing.regard(priority)) {
                weigh(StudentIndex.studentOf(entry), StudentIndex.levelOf(entry), most);
            }
        }
    }

    /** Works out narrower and narrower bounds before a student is looked at in full. */
    private void weigh(int candidate, int level, int most) {
        long offered = index.brief(candidate);
        if (!Brief.maySuit(offered, brief)) {
            return;
        }
        int punctual = most - demand.lostByDelay(Brief.latestDay(offered));
        int limit = Math.min(Standing.regard(priority), Standing.regard(wishes.wishOf(candidate)));
        int leastLack = demand.leastLack(index.skills(candidate));
        if (leastLack == Demand.IMPOSSIBLE
                || Ceilings.regard(punctual - lostByLevel[level] - demand.lostByLack(leastLack)) > limit) {
            return;
        }
        int lack = demand.lack(candidate);
        if (lack != Demand.IMPOSSIBLE && Ceilings.regard(punctual - demand.lostByLack(lack)) <= limit) {
            consider(candidate);
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

    private int size(Shelf shelf, int which) {
        return StudentIndex.size(shelf.bag(StudentIndex.ANY_REGION, which))
                + (region < 0 ? 0 : StudentIndex.size(shelf.bag(StudentIndex.placeOfRegion(region), which)))
                + (remote ? StudentIndex.size(shelf.bag(StudentIndex.REMOTELY, which)) : 0);
    }
}
