package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.Standing;

/** Says what students have, so that internships can ask whether they would rather have another. */
public interface Wishes {

    /** Whether a student is in the market: seeking, and without a seat that binds. */
    boolean isFree(int student);

    /** Where what a student has stands with them; {@link Standing#LAST} if they have nothing. */
    long wishOf(int student);

    /** What a student has. */
    int internshipOf(int student);
}
