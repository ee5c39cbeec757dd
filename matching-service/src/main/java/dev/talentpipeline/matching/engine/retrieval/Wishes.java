package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Standing;

/** Says what students have, so that internships can ask whether they would rather have another. */
public interface Wishes {

    /** Whether a student is in the market: seeking, and without a seat that binds. */
    boolean isFree(int student);

    /**
     * Where what a student has stands with them; {@link Standing#LAST} if they have nothing, 0 if they are not in the
     * market and would not rather have anything.
     */
    long wishOf(int student);

    /** By student a bit that is set unless they have something that they surely regard better. */
    long[] openTo(int regard);

    /** What a student has. */
    int internshipOf(int student);
}
