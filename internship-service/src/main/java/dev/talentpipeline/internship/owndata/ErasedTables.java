package dev.talentpipeline.internship.owndata;

import java.util.Set;

/** The files in which tables stand. */
public interface ErasedTables {

    /** Writes the tables anew, without what was deleted or overwritten in them. */
    void rewrite(Set<String> tables);

    /** Does the work unless another instance is at it. */
    void alone(Runnable work);
}
