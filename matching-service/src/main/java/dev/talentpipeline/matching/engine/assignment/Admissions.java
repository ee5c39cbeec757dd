package dev.talentpipeline.matching.engine.assignment;

import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;
import dev.talentpipeline.matching.engine.retrieval.Admission;
import dev.talentpipeline.matching.engine.retrieval.Wishes;
import java.util.Arrays;

/**
 * Who has which seat so far: by internship a heap of the students whom it keeps, the worst at its root, and by student what they have.
 * An internship never keeps more than its capacity. Changed by one thread while nobody reads.
 */
final class Admissions implements Admission, Wishes {

    /** A regard so bad that nobody has it. */
    static final int NOBODY_COMES = Integer.MAX_VALUE;

    /** The wish of whoever is not in the market: nothing stands before it. */
    private static final long CONTENT = Standing.of(0, 0);

    private static final int[] NONE = {};

    private final Members students;

    private int[] capacity = new int[64];
    private int[] kept = new int[64];
    private int[][] heaps = new int[64][];
    /** Whoever is regarded worse would be refused. */
    private int[] limits = new int[64];
    /** Lists students, so that nobody is refused by score alone. */
    private boolean[] lists = new boolean[64];

    private int[] place = new int[64];
    private long[] wish = new long[64];
    private long[] priority = new long[64];
    private boolean[] free = new boolean[64];
    private final Holdings holdings = new Holdings();
    /** Whether {@link #holdings} follow; not while everybody is matched anew. */
    private boolean followed;

    private int matched;

    Admissions(Members students) {
        this.students = students;
        Arrays.fill(heaps, NONE);
        Arrays.fill(place, Members.NOBODY);
        Arrays.fill(wish, CONTENT);
    }

    void makeRoom(int studentSlots, int internshipSlots) {
        if (internshipSlots > capacity.length) {
            int known = capacity.length;
            int length = Math.max(internshipSlots, known * 2);
            capacity = Arrays.copyOf(capacity, length);
            kept = Arrays.copyOf(kept, length);
            heaps = Arrays.copyOf(heaps, length);
            limits = Arrays.copyOf(limits, length);
            lists = Arrays.copyOf(lists, length);
            Arrays.fill(heaps, known, length, NONE);
        }
        if (studentSlots > place.length) {
            int known = place.length;
            int length = Math.max(studentSlots, known * 2);
            place = Arrays.copyOf(place, length);
            Arrays.fill(place, known, length, Members.NOBODY);
            wish = Arrays.copyOf(wish, length);
            Arrays.fill(wish, known, length, CONTENT);
            priority = Arrays.copyOf(priority, length);
            free = Arrays.copyOf(free, length);
            holdings.makeRoom(length);
        }
    }

    /** Empties all seats. */
    void reset() {
        matched = 0;
        Arrays.fill(kept, 0);
        for (int internship = 0; internship < limits.length; internship++) {
            noteLimit(internship);
        }
        Arrays.fill(place, Members.NOBODY);
        for (int student = 0; student < wish.length; student++) {
            wish[student] = wishWithoutSeat(student);
        }
        followed = false;
    }

    /** From now on says who would come, after everybody was matched anew. */
    void follow() {
        holdings.take(wish);
        followed = true;
    }

    private void wish(int student, long standing) {
        if (followed) {
            holdings.move(student, wish[student], standing);
        }
        wish[student] = standing;
    }

    private long wishWithoutSeat(int student) {
        return free[student] ? Standing.LAST : CONTENT;
    }

    @Override
    public boolean isFree(int student) {
        return free[student];
    }

    void setFree(int student, boolean seeks) {
        free[student] = seeks;
        if (place[student] == Members.NOBODY) {
            wish(student, wishWithoutSeat(student));
        }
    }

    @Override
    public long wishOf(int student) {
        return wish[student];
    }

    @Override
    public long[] openTo(int regard) {
        return holdings.openTo(regard);
    }

    @Override
    public int internshipOf(int student) {
        return place[student];
    }

    /** Whether nobody has anything. */
    boolean isEmpty() {
        return matched == 0;
    }

    /** Sets how many an internship may keep; whoever is too many is to be refused with {@link #refuseWorst} next. */
    void setCapacity(int internship, int seats) {
        capacity[internship] = seats;
        noteLimit(internship);
    }

    /** Says whether an internship lists students. */
    void setLists(int internship, boolean listsStudents) {
        lists[internship] = listsStudents;
        noteLimit(internship);
    }

    /**
     * What an internship thinks at best of whoever would rather have it than what they have, as long as the matching is stable:
     * {@link #NOBODY_COMES} where a seat is vacant, otherwise no more than of the worst that it keeps. Whoever comes later proposes themselves.
     */
    int regardOfNext(int internship) {
        if (hasVacancy(internship)) {
            return NOBODY_COMES;
        }
        return kept[internship] == 0 ? 0 : Standing.regard(priority[heaps[internship][0]]);
    }

    @Override
    public int regardLimit(int internship) {
        return limits[internship];
    }

    private void noteLimit(int internship) {
        if (kept[internship] < capacity[internship] || lists[internship]) {
            limits[internship] = Integer.MAX_VALUE;
        } else if (kept[internship] == 0) {
            limits[internship] = -1;
        } else {
            limits[internship] = Standing.regard(priority[heaps[internship][0]]);
        }
    }

    int studentAt(int internship, int at) {
        return heaps[internship][at];
    }

    boolean isOverfull(int internship) {
        return kept[internship] > capacity[internship];
    }

    boolean hasVacancy(int internship) {
        return kept[internship] < capacity[internship];
    }

    @Override
    public boolean wouldTake(int internship, int student, int regard) {
        if (kept[internship] < capacity[internship]) {
            return true;
        }
        if (kept[internship] == 0) {
            return false;
        }
        int worst = heaps[internship][0];
        return Standing.before(
                Standing.of(regard, students.number(student)), student, priority[worst], worst, students);
    }

    /**
     * Takes a proposal; gives who is left without a seat by it: the proposing student, one displaced, or nobody.
     *
     * @param wanted where the internship stands with the student
     * @param regard what the internship thinks of the student
     */
    int propose(int student, int internship, long wanted, int regard) {
        if (kept[internship] < capacity[internship]) {
            admit(student, internship, wanted, regard);
            return Members.NOBODY;
        }
        if (!wouldTake(internship, student, regard)) {
            return student;
        }
        int displaced = refuseWorst(internship);
        admit(student, internship, wanted, regard);
        return displaced;
    }

    void admit(int student, int internship, long wanted, int regard) {
        matched++;
        place[student] = internship;
        wish(student, wanted);
        priority[student] = Standing.of(regard, students.number(student));
        int[] heap = heaps[internship];
        int at = kept[internship]++;
        if (at == heap.length) {
            heap = Arrays.copyOf(heap, Math.max(1, Math.min(capacity[internship], Math.max(4, at * 2))));
            heaps[internship] = heap;
        }
        siftUp(heap, at, student);
        noteLimit(internship);
    }

    int refuseWorst(int internship) {
        int worst = heaps[internship][0];
        release(worst);
        return worst;
    }

    /** Takes a student out of what they have. */
    void release(int student) {
        matched--;
        int internship = place[student];
        int[] heap = heaps[internship];
        int at = 0;
        while (heap[at] != student) {
            at++;
        }
        int last = heap[--kept[internship]];
        if (last != student) {
            int parent = (at - 1) >>> 1;
            if (at > 0 && isBefore(heap[parent], last)) {
                siftUp(heap, at, last);
            } else {
                siftDown(heap, at, kept[internship], last);
            }
        }
        place[student] = Members.NOBODY;
        wish(student, wishWithoutSeat(student));
        noteLimit(internship);
    }

    private void siftUp(int[] heap, int from, int student) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!isBefore(heap[parent], student)) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = student;
    }

    private void siftDown(int[] heap, int from, int size, int student) {
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && isBefore(heap[child], heap[child + 1])) {
                child++;
            }
            if (isBefore(heap[child], student)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = student;
    }

    private boolean isBefore(int one, int other) {
        return Standing.before(priority[one], one, priority[other], other, students);
    }
}
