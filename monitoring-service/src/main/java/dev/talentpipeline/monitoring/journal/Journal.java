package dev.talentpipeline.monitoring.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What was ever read. A record is in it once, however often it is read, and so is an event, however often it was sent. */
public interface Journal {

    /**
     * Adds what is not in it, notes of the rest where else the event stands, and forgets what is known about people who were erased. The caller opens the
     * transaction.
     *
     * @return how many were added
     */
    int keep(List<Entry> entries);

    /** The last offset that is in it, by partition; without those of which it has nothing. */
    Map<Partition, Long> ends(Collection<Partition> partitions);

    /** Whether nothing is in it. */
    boolean isEmpty();

    /**
     * Removes some of what was recorded before then.
     *
     * @return how many; 0: nothing is left of that time
     */
    int forget(Instant before);
}
