package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;

/** Keeps the best few of what it is offered: a heap with the worst of them at its root, sorted at the end. */
final class Best {

    private final Members members;
    private long[] standings = new long[0];
    private int[] whom = new int[0];
    private int[] regards = new int[0];
    private int wanted;
    private int size;

    Best(Members members) {
        this.members = members;
    }

    void start(int howMany) {
        wanted = howMany;
        size = 0;
        if (standings.length < howMany) {
            standings = new long[howMany];
            whom = new int[howMany];
            regards = new int[howMany];
        }
    }

    int size() {
        return size;
    }

    long standingAt(int at) {
        return standings[at];
    }

    int memberAt(int at) {
        return whom[at];
    }

    /** What was offered with the member. */
    int regardAt(int at) {
        return regards[at];
    }

    /** Nobody regarded worse than this is kept any more. */
    int regardLimit() {
        return size < wanted ? Integer.MAX_VALUE : Standing.regard(standings[0]);
    }

    void offer(long standing, int member, int regard) {
        if (size < wanted) {
            int at = size++;
            while (at > 0 && before((at - 1) >>> 1, standing, member)) {
                move((at - 1) >>> 1, at);
                at = (at - 1) >>> 1;
            }
            set(at, standing, member, regard);
        } else if (wanted > 0 && !before(0, standing, member)) {
            sink(0, size, standing, member, regard);
        }
    }

    /** Puts the kept ones in order, the best first. */
    void sort() {
        for (int last = size - 1; last > 0; last--) {
            long standing = standings[last];
            int member = whom[last];
            int regard = regards[last];
            move(0, last);
            sink(0, last, standing, member, regard);
        }
    }

    private void sink(int from, int end, long standing, int member, int regard) {
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= end) {
                break;
            }
            if (child + 1 < end && before(child, standings[child + 1], whom[child + 1])) {
                child++;
            }
            if (before(child, standing, member)) {
                break;
            }
            move(child, at);
            at = child;
        }
        set(at, standing, member, regard);
    }

    /** Whether what stands at a place comes before the other. */
    private boolean before(int at, long standing, int member) {
        return Standing.before(standings[at], whom[at], standing, member, members);
    }

    private void move(int from, int to) {
        set(to, standings[from], whom[from], regards[from]);
    }

    private void set(int at, long standing, int member, int regard) {
        standings[at] = standing;
        whom[at] = member;
        regards[at] = regard;
    }
}
