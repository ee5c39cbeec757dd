package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.PlaceList;
import dev.talentpipeline.matching.engine.columns.StudentRow;
import dev.talentpipeline.matching.market.Seat;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Checks a matching from profiles by what stability means. It reads the same facts as the engine but judges pairs with code of its own,
 * counts seats anew, and looks for blocking pairs in an index of its own: the openings by region and by the first skill that they require.
 */
public final class StabilityVerifier {

    private static final int NOTHING = -1;
    private static final int GRAIN = 512;

    private final FlatMarket facts;
    private final int[] matching;
    private final int[] free;
    private final boolean[] seated;
    private final int[] given;
    /** By internship the student whom it likes least of those it got, and what it thinks of them. */
    private final int[] last;

    private final int[] lastRegard;
    private final int[] skillWeights;
    private final Shelves bySkill;
    private final Shelves byOccupation;
    private int unacceptable;

    private StabilityVerifier(FlatMarket facts, Collection<Seat> bound, int[] matching) {
        this.facts = facts;
        this.matching = matching;
        int internships = facts.internships().size();
        free = new int[internships];
        given = new int[internships];
        last = new int[internships];
        lastRegard = new int[internships];
        Arrays.fill(last, NOTHING);
        Arrays.fill(lastRegard, NOTHING);
        seated = new boolean[facts.students().size()];
        skillWeights = PlainPair.skillWeights(facts);
        countSeats(bound);
        weighMatching();
        int[] open = openSlots();
        bySkill = Shelves.bySkill(facts, open, this::cutoff);
        byOccupation = Shelves.byOccupation(facts, open, this::cutoff);
    }

    /**
     * What is wrong with a matching.
     *
     * @param bound seats that are taken beside it
     * @param matching by slot of the student the slot of the internship; negative: nothing
     * @param threads how many may be used
     */
    public static Verdict verify(FlatMarket facts, Collection<Seat> bound, int[] matching, int threads) {
        StabilityVerifier verifier = new StabilityVerifier(facts, bound, matching);
        return new Verdict(verifier.blockingPairs(threads), verifier.overfull(), verifier.unacceptable);
    }

    private void countSeats(Collection<Seat> bound) {
        for (int internship = 0; internship < free.length; internship++) {
            free[internship] = facts.isOpen(internship) ? facts.seats(internship) : 0;
        }
        for (Seat seat : bound) {
            int student = facts.students().slotOf(seat.pair().studentId());
            int internship = facts.internships().slotOf(seat.pair().internshipId());
            if (student != Members.NOBODY && !seat.kept()) {
                seated[student] = true;
            }
            if (internship != Members.NOBODY) {
                free[internship]--;
            }
        }
    }

    private void weighMatching() {
        PlainPair pairs = new PlainPair(facts, skillWeights);
        int[] data = facts.internshipData();
        for (int student = 0; student < matching.length; student++) {
            int internship = matching[student];
            if (internship < 0) {
                continue;
            }
            given[internship]++;
            int row = facts.internshipAt(internship);
            boolean known = pairs.turnTo(student) && row != 0;
            if (seated[student] || !known || !pairs.mayMeet(internship, data, row)) {
                unacceptable++;
                continue;
            }
            int regard = PlainPair.regard(facts.listOfInternship(internship), student, pairs.millionths(data, row));
            if (last[internship] == NOTHING
                    || regard > lastRegard[internship]
                    || (regard == lastRegard[internship] && facts.students().drawnBefore(last[internship], student))) {
                last[internship] = student;
                lastRegard[internship] = regard;
            }
        }
    }

    private int overfull() {
        int overfull = 0;
        for (int internship = 0; internship < free.length; internship++) {
            overfull += Math.max(0, given[internship] - Math.max(0, free[internship]));
        }
        return overfull;
    }

    private int[] openSlots() {
        return IntStream.range(0, free.length)
                .filter(internship -> free[internship] > 0)
                .toArray();
    }

    /** The regard that a student must at least have with an internship to be taken. */
    private int cutoff(int internship) {
        return given[internship] < free[internship] ? Integer.MAX_VALUE : lastRegard[internship];
    }

    private int blockingPairs(int threads) {
        int[] order = byFirstRegion();
        AtomicInteger next = new AtomicInteger();
        return IntStream.range(0, threads)
                .parallel()
                .map(_ -> {
                    PlainPair pairs = new PlainPair(facts, skillWeights);
                    Reach reach = new Reach(facts, bySkill, byOccupation, pairs);
                    int blocking = 0;
                    for (int from = next.getAndAdd(GRAIN); from < seated.length; from = next.getAndAdd(GRAIN)) {
                        for (int at = from; at < Math.min(seated.length, from + GRAIN); at++) {
                            int student = order[at];
                            if (!seated[student] && facts.isSeeking(student)) {
                                blocking += blockingPairsOf(student, pairs, reach);
                            }
                        }
                    }
                    return blocking;
                })
                .sum();
    }

    /** All students, those with the same first region behind each other, since they walk along the same shelves. */
    private int[] byFirstRegion() {
        int[] start = new int[facts.regions() + 2];
        for (int student = 0; student < seated.length; student++) {
            start[firstRegion(student) + 2]++;
        }
        for (int region = 1; region < start.length; region++) {
            start[region] += start[region - 1];
        }
        int[] order = new int[seated.length];
        for (int student = 0; student < seated.length; student++) {
            order[start[firstRegion(student) + 1]++] = student;
        }
        return order;
    }

    /** -1: no region is named. */
    private int firstRegion(int student) {
        int[] data = facts.studentData();
        int at = facts.studentAt(student);
        int skillsOccupations = data[at + StudentRow.SKILLS_OCCUPATIONS];
        int regions = at + StudentRow.WORDS + (skillsOccupations >>> 16) + (skillsOccupations & 0xFFFF);
        return at == 0 || data[at + StudentRow.REGIONS_TOPICS] >>> 16 == 0 ? -1 : data[regions];
    }

    private int blockingPairsOf(int student, PlainPair pairs, Reach reach) {
        pairs.turnTo(student);
        int[] data = facts.internshipData();
        int has = matching[student];
        int millionths = has < 0 ? 0 : pairs.millionths(data, facts.internshipAt(has));
        int regard = has < 0 ? Integer.MAX_VALUE : PlainPair.regard(facts.listOfStudent(student), has, millionths);
        int blocking = 0;
        PlaceList list = facts.listOfStudent(student);
        for (int place = 0; place < list.size() && place < regard; place++) {
            int listed = list.slotAt(place);
            int row = facts.internshipAt(listed);
            blocking += row != 0 && blocks(student, listed, regard, pairs, data, row) ? 1 : 0;
        }
        int who = facts.studentAt(student);
        boolean only = (facts.studentData()[who + StudentRow.TRAITS] & StudentRow.ONLY_LISTED) != 0;
        if (only || regard < 1 << 20) {
            return blocking;
        }
        return blocking
                + reach.count(
                        student,
                        regard,
                        (internship, rows, row) ->
                                blocks(student, internship, regard, pairs, rows, row) && !list.has(internship));
    }

    private boolean blocks(int student, int internship, int regardOfOwn, PlainPair pairs, int[] rows, int row) {
        if (internship == matching[student] || free[internship] <= 0 || !pairs.mayMeet(internship, rows, row)) {
            return false;
        }
        int millionths = pairs.millionths(rows, row);
        int regard = PlainPair.regard(facts.listOfStudent(student), internship, millionths);
        boolean wants = regard < regardOfOwn
                || (regard == regardOfOwn && facts.internships().drawnBefore(internship, matching[student]));
        if (!wants || given[internship] < free[internship]) {
            return wants;
        }
        int theirs = PlainPair.regard(facts.listOfInternship(internship), student, millionths);
        return theirs < lastRegard[internship]
                || (theirs == lastRegard[internship] && facts.students().drawnBefore(student, last[internship]));
    }
}
