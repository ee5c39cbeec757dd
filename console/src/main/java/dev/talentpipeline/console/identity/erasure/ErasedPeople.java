package dev.talentpipeline.console.identity.erasure;

import java.time.Instant;

/** Those of the erased who had an account here, by ids that lead to nobody. */
public interface ErasedPeople {

    boolean has(String person);

    /** Adds the person; for one who is there already the files are to be cleaned again. */
    void add(String person, Instant at);

    /** Writes the files anew in which something of them may still stand, unless that was done often enough since. */
    void cleanFiles();
}
