package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Ceilings;
import dev.talentpipeline.matching.engine.columns.Demand;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.Judge;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.PlaceList;
import dev.talentpipeline.matching.engine.columns.Standing;
import dev.talentpipeline.matching.engine.columns.StudentRow;
import org.jspecify.annotations.Nullable;

/**
 * Finds for an internship with a vacant seat the student whom it would take first among all those who would rather have it than what they
 * have. Students who are interested in its occupation are looked at first; whoever can score no more than what was found, or than what
 * they have, is passed over unread.
 *
 * <p>Most of a bag is ruled out by two numbers of each student, {@link Brief} and what they have. Which students that are no processor can guess, so
 * they are picked without a branch, a portion at a time, before anything else is asked.
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

    private static final int PORTION = 1 << 12;
    /** More than the best score, in billionths. */
    private static final int EVERYTHING = 1_100_000_000;

    private static final int SIGN = Integer.MIN_VALUE;
    /** Whoever is regarded so badly does not come. */
    private static final int OUT_OF_REACH = Integer.MAX_VALUE;

    private final FlatMarket market;
    private final StudentIndex index;
    private final Wishes wishes;
    private final Judge judge;
    private final Demand demand;

    private int internship;
    private int region;
    private boolean remote;
    private int traits;
    private long brief;
    /** No student who would come is regarded better. */
    private int bestOfAll;
    /** By level in the key skill what is lost at least, {@link #EVERYTHING} where it does not suffice. */
    private final int[] lostByLevel = new int[8];

    private final int[] picked = new int[PORTION];
    /** What the scores of the picked do not exceed. */
    private final int[] bounds = new int[PORTION];

    private int pickedCount;

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

    /**
     * The first of the students who would come, {@link Members#NOBODY} if none would.
     *
     * @param best what the internship is known to think at best of any of them
     */
    public int find(int vacant, int best) {
        internship = vacant;
        bestOfAll = best;
        student = Members.NOBODY;
        priority = Standing.LAST;
        if (!market.isOpen(vacant) || best == OUT_OF_REACH) {
            return Members.NOBODY;
        }
        PlaceList list = market.listOfInternship(vacant);
        for (int place = 0; place < list.size() && student == Members.NOBODY; place++) {
            consider(list.slotAt(place));
        }
        int demands = market.internshipData()[market.internshipAt(vacant) + InternshipRow.TRAITS];
        if (student == Members.NOBODY && (demands & InternshipRow.ONLY_LISTED) == 0) {
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
        traits = data[at + InternshipRow.TRAITS];
        remote = (traits & InternshipRow.REMOTE) != 0;
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
            lostByLevel[level] = lack == Demand.IMPOSSIBLE ? EVERYTHING : demand.lostByLack(lack);
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
        for (int from = 0; students != null && from < students.size(); from += PORTION) {
            if (Ceilings.regard(most) > Standing.regard(priority)) {
                return;
            }
            pickOpen(students, from, Math.min(students.size(), from + PORTION), most);
            pickSuited();
            pickSkilled(most);
            pickWilling();
            for (int at = 0; at < pickedCount; at++) {
                demand.fetch(StudentIndex.studentOf(picked[at]));
            }
            for (int at = 0; at < pickedCount; at++) {
                weigh(StudentIndex.studentOf(picked[at]));
            }
        }
    }

    /** Picks those of a bag who have nothing that is much better. */
    private void pickOpen(IntBag students, int from, int to, int most) {
        long[] open = wishes.openTo(Math.max(Ceilings.regard(most), bestOfAll));
        long[] withDegree = index.withDegree(StudentRow.degree(traits));
        long[] withDays = index.withDaysPerWeek(StudentRow.daysPerWeek(traits));
        int count = 0;
        for (int at = from; at < to; at++) {
            int entry = students.get(at);
            int candidate = StudentIndex.studentOf(entry);
            picked[count] = entry;
            int word = candidate / Long.SIZE;
            count += (int) ((open[word] & withDegree[word] & withDays[word]) >>> candidate) & 1;
        }
        pickedCount = count;
    }

    /** Keeps of the picked those whose circumstances may suit and who may have the required skills. */
    private void pickSuited() {
        int count = 0;
        for (int at = 0; at < pickedCount; at++) {
            int candidate = StudentIndex.studentOf(picked[at]);
            long lacking = Brief.unsuited(index.brief(candidate), brief) | demand.missing(index.skills(candidate));
            picked[count] = picked[at];
            count += isNone(lacking);
        }
        pickedCount = count;
    }

    /** Keeps of the picked those whose skills and first day may be enough. */
    private void pickSkilled(int most) {
        int enough = Ceilings.leastFor(Standing.regard(priority));
        int count = 0;
        for (int at = 0; at < pickedCount; at++) {
            int entry = picked[at];
            int candidate = StudentIndex.studentOf(entry);
            int bound = most
                    - lostByLevel[StudentIndex.levelOf(entry)]
                    - demand.lostByDelay(Brief.latestDay(index.brief(candidate)))
                    - demand.lostByLack(index.skills(candidate));
            picked[count] = entry;
            bounds[count] = bound;
            count += bound >= enough ? 1 : 0;
        }
        pickedCount = count;
    }

    /** Keeps of the picked those who may like to come. */
    private void pickWilling() {
        int count = 0;
        for (int at = 0; at < pickedCount; at++) {
            int held = Standing.regard(wishes.wishOf(StudentIndex.studentOf(picked[at])));
            int lacking = bounds[at] - Ceilings.leastFor(held) | held - bestOfAll;
            picked[count] = picked[at];
            count += isNone(lacking & SIGN);
        }
        pickedCount = count;
    }

    /** 1 if no bit is set, otherwise 0: a number and its negative both lack the sign only if they are zero. */
    private static int isNone(long bits) {
        return (int) (~(bits | -bits) >>> (Long.SIZE - 1));
    }

    /** Reads a student's row for a bound that is hardly ever missed, before they are judged in full. */
    private void weigh(int candidate) {
        int enough = Ceilings.leastFor(Math.min(Standing.regard(priority), Standing.regard(wishes.wishOf(candidate))));
        if (demand.most(candidate, enough) >= enough) {
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
