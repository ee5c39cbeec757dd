package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;

/**
 * A student's order of all internships that they may have, found as far as it is asked for and never cut off. Not for use while the
 * market changes, nor by several threads.
 */
public final class Ranking {

    private static final int FIRST_BATCH = 20;
    private static final int BATCH_MAX = 1 << 16;

    private final ChoiceSearch search;
    private final int student;
    private int batch = FIRST_BATCH;
    private int at;
    private int size;
    private boolean more = true;
    private long last = Standing.FIRST;
    private int lastInternship = Members.NOBODY;

    public Ranking(FlatMarket market, OpeningIndex index, int student) {
        search = new ChoiceSearch(market, index);
        this.student = student;
    }

    /** The next internship, {@link Members#NOBODY} after the last. */
    public int next() {
        if (at == size && more) {
            size = search.find(student, batch, last, lastInternship, Admission.ANY);
            more = size == batch;
            batch = Math.min(BATCH_MAX, batch * 2);
            at = 0;
        }
        if (at == size) {
            return Members.NOBODY;
        }
        last = search.standingAt(at);
        lastInternship = search.internshipAt(at++);
        return lastInternship;
    }
}
