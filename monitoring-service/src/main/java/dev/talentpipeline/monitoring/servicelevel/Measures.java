package dev.talentpipeline.monitoring.servicelevel;

import dev.talentpipeline.monitoring.journal.Followed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was measured. It does not matter in which order the topics are read. Every method that changes something takes part in the caller's transaction. */
public interface Measures {

    /** Takes in new entries of the journal: some begin what is measured, some end it. */
    void take(List<Followed.Step> steps, Instant now);

    /** An event has waited so long for the level's reader, which counts if none did longer in that minute. */
    void waited(ServiceLevel level, Instant at, Duration longest);

    /** How the level stands at that target. */
    Standing standing(ServiceLevel level, Target target, Instant now);

    /** Removes what was measured before then. */
    void forget(Instant before);
}
