package dev.talentpipeline.matching.engine.assignment;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;
import dev.talentpipeline.matching.engine.retrieval.CandidateSearch;
import dev.talentpipeline.matching.engine.retrieval.ChoiceSearch;
import dev.talentpipeline.matching.engine.retrieval.MutualRanks;
import dev.talentpipeline.matching.engine.retrieval.OpeningIndex;
import dev.talentpipeline.matching.engine.retrieval.StudentIndex;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.TopicAlignment;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * A market with a matching that is stable at any time: a change touches only what it can change. Seats that are bound are out of the
 * market, with their students, and nothing here moves them.
 *
 * <p>Proposals go on from where they were, and vacant seats are filled ({@link Chains}). After the former the matching is the best stable one for the students if it was so before;
 * after the latter a better one may exist, and {@link #studentOptimal} says so until the next full clearing.
 *
 * <p>Not safe for use by several threads; a full clearing uses threads of its own.
 */
public final class RollingMarket {

    private final FlatMarket market;
    private final Admissions admissions;
    private final StudentIndex students;
    private final OpeningIndex openings;
    private final Chains chains;
    private final int threads;

    /** Seats of an internship that are bound. */
    private int[] taken = new int[0];
    /** Seats that a student holds. */
    private int[] seated = new int[0];

    private boolean studentOptimal = true;

    private RollingMarket(Market facts, TopicAlignment alignment, int threads) {
        this.threads = threads;
        market = new FlatMarket(facts.programme(), facts.asOf(), alignment);
        admissions = new Admissions(market.students());
        facts.internships().forEach(market::put);
        facts.students().forEach(market::put);
        facts.apart().keySet().forEach(pair -> market.keepApart(studentSlot(pair), internshipSlot(pair)));
        openings = OpeningIndex.of(market);
        students = new StudentIndex(market);
        chains = new Chains(
                admissions, new ChoiceSearch(market, openings), new CandidateSearch(market, students, admissions));
        for (Seat seat : facts.seats()) {
            int student = studentSlot(seat.pair());
            int internship = internshipSlot(seat.pair());
            makeRoom();
            seated[student] += seat.kept() ? 0 : 1;
            taken[internship]++;
        }
        makeRoom();
        for (int student = 0; student < market.students().size(); student++) {
            students.add(student);
        }
        clear();
    }

    /**
     * A market, matched.
     *
     * @param threads how many a full clearing may use
     */
    public static RollingMarket of(Market facts, TopicAlignment alignment, int threads) {
        return new RollingMarket(facts, alignment, threads);
    }

    /** Matches everybody anew: the best stable matching for the students. */
    public void clear() {
        admissions.reset();
        for (int student = 0; student < market.students().size(); student++) {
            admissions.setFree(student, isFree(student));
        }
        for (int internship = 0; internship < market.internships().size(); internship++) {
            admissions.setCapacity(internship, freeSeats(internship));
            admissions.setLists(internship, market.listOfInternship(internship).size() > 0);
        }
        new FullClearing(market, openings, admissions).run(threads);
        admissions.follow();
        studentOptimal = true;
    }

    /**
     * Weighs skills as rare as they are among the openings of now. If that changes scores, everybody who is matched is matched anew; if nobody
     * is, nothing can change: who may not meet may not meet whatever the scores.
     *
     * @return whether scores may have changed
     */
    public boolean adoptRarity() {
        if (!market.adoptRarity()) {
            return false;
        }
        openings.refresh();
        if (!admissions.isEmpty()) {
            clear();
        }
        return true;
    }

    /** Whether the matching is surely the best stable one for the students; otherwise it is stable, and may or may not be. */
    public boolean studentOptimal() {
        // All stable matchings match the same students: where nobody is matched there is no other.
        studentOptimal |= admissions.isEmpty();
        return studentOptimal;
    }

    /** The moment from which changes are judged. */
    public void asOf(Instant now) {
        market.asOf(now);
    }

    /** Takes a student's facts: an arrival, a change, a pause or a withdrawal. */
    public void put(Student facts) {
        int student = market.enrolStudent(facts.id());
        makeRoom();
        leave(student);
        students.remove(student);
        market.put(facts);
        makeRoom();
        students.add(student);
        join(student);
    }

    /** Takes an internship's facts: a new opening, a change or a withdrawal. */
    public void put(Internship facts) {
        if (market.differsOnlyInSeats(facts)) {
            int internship = market.put(facts);
            refit(internship);
            return;
        }
        int internship = market.enrolInternship(facts.id());
        makeRoom();
        close(internship);
        market.put(facts);
        makeRoom();
        openings.add(internship);
        refit(internship);
    }

    public void eraseStudent(String id) {
        int student = market.students().slotOf(id);
        if (student != Members.NOBODY) {
            leave(student);
            students.remove(student);
            market.forgetStudent(student);
        }
    }

    public void eraseInternship(String id) {
        int internship = market.internships().slotOf(id);
        if (internship != Members.NOBODY) {
            close(internship);
            market.forgetInternship(internship);
        }
    }

    /** A proposal was released or an offer came to bind: the seat and its student leave the market together. */
    public void bind(Pair pair) {
        int student = studentSlot(pair);
        int internship = internshipSlot(pair);
        makeRoom();
        boolean together = admissions.internshipOf(student) == internship;
        admissions.setFree(student, false);
        studentOptimal = false;
        if (together) {
            admissions.release(student);
        } else {
            leaveSeat(student);
        }
        seated[student]++;
        taken[internship]++;
        admissions.setCapacity(internship, freeSeats(internship));
        chains.refuseOverfull(internship);
    }

    /** An offer ended: the seat and its student are in the market again. If it bars the pair, keep the two apart first. */
    public void free(Pair pair) {
        int student = studentSlot(pair);
        int internship = internshipSlot(pair);
        taken[internship]--;
        seated[student]--;
        refit(internship);
        join(student);
    }

    /** A student comes to keep a seat while they wait for something better: the seat leaves the market without them. */
    public void hold(Pair pair) {
        int internship = internshipSlot(pair);
        makeRoom();
        taken[internship]++;
        refit(internship);
    }

    /** A kept seat is in the market again. */
    public void letGo(Pair pair) {
        int internship = internshipSlot(pair);
        taken[internship]--;
        refit(internship);
    }

    /** The two may not meet from now on. */
    public void keepApart(Pair pair) {
        int student = studentSlot(pair);
        int internship = internshipSlot(pair);
        makeRoom();
        market.keepApart(student, internship);
        // Even a proposal that was refused may have kept others from a better place.
        studentOptimal = false;
        if (admissions.internshipOf(student) == internship) {
            leave(student);
            join(student);
        }
    }

    /** The two may meet again. */
    public void bringTogether(Pair pair) {
        int student = studentSlot(pair);
        makeRoom();
        if (market.bringTogether(student, internshipSlot(pair))) {
            leave(student);
            join(student);
        }
    }

    /** By slot of the student the slot of the internship; negative: nothing. */
    public int[] matching() {
        int[] matching = new int[market.students().size()];
        for (int student = 0; student < matching.length; student++) {
            matching[student] = admissions.internshipOf(student);
        }
        return matching;
    }

    /** Gives all matched pairs. */
    public void forEachPair(BiConsumer<String, String> student) {
        for (int slot = 0; slot < market.students().size(); slot++) {
            int internship = admissions.internshipOf(slot);
            if (internship != Members.NOBODY) {
                student.accept(market.students().id(slot), market.internships().id(internship));
            }
        }
    }

    /** The facts, for those who check the matching. */
    public FlatMarket facts() {
        return market;
    }

    /** Where matched students and internships stand with each other; for one thread, and not while the market changes. */
    public MutualRanks mutualRanks() {
        return new MutualRanks(market, openings, students);
    }

    /** What a student has, {@link Members#NOBODY} if nothing. */
    public int internshipOf(int student) {
        return admissions.internshipOf(student);
    }

    /** Whether a student is in the market: seeking, and without a seat that binds. */
    public boolean isFree(int student) {
        return seated[student] == 0 && market.isSeeking(student);
    }

    /** Seats of an internship that are not bound. */
    public int freeSeats(int internship) {
        return market.isOpen(internship) ? Math.max(0, market.seats(internship) - taken[internship]) : 0;
    }

    private int studentSlot(Pair pair) {
        return market.enrolStudent(pair.studentId());
    }

    private int internshipSlot(Pair pair) {
        return market.enrolInternship(pair.internshipId());
    }

    private void makeRoom() {
        int studentSlots = market.students().size();
        int internshipSlots = market.internships().size();
        admissions.makeRoom(studentSlots, internshipSlots);
        if (studentSlots > seated.length) {
            seated = Arrays.copyOf(seated, Math.max(studentSlots, seated.length * 2));
        }
        if (internshipSlots > taken.length) {
            taken = Arrays.copyOf(taken, Math.max(internshipSlots, taken.length * 2));
        }
    }

    /** Enters a student, who has nothing yet. */
    private void join(int student) {
        if (isFree(student)) {
            admissions.setFree(student, true);
            studentOptimal |= admissions.isEmpty();
            chains.propose(student, Standing.FIRST, Members.NOBODY);
        }
    }

    private void leave(int student) {
        if (admissions.isFree(student)) {
            // Even one who got nothing may have kept others from a better place.
            studentOptimal = false;
        }
        admissions.setFree(student, false);
        leaveSeat(student);
    }

    private void leaveSeat(int student) {
        int internship = admissions.internshipOf(student);
        if (internship != Members.NOBODY) {
            int best = admissions.regardOfNext(internship);
            admissions.release(student);
            chains.fill(internship, best);
        }
    }

    /** Shuts an internship; whoever had a seat there proposes on. */
    private void close(int internship) {
        openings.remove(internship);
        admissions.setCapacity(internship, 0);
        chains.refuseOverfull(internship);
    }

    /** Fits an internship to the seats that it has now. */
    private void refit(int internship) {
        int best = admissions.regardOfNext(internship);
        admissions.setLists(internship, market.listOfInternship(internship).size() > 0);
        admissions.setCapacity(internship, freeSeats(internship));
        chains.refuseOverfull(internship);
        if (chains.fill(internship, best)) {
            studentOptimal = false;
        }
    }
}
