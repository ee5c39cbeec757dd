package dev.talentpipeline.internship.reconciliation;

import java.util.Set;
import java.util.UUID;

/** What a topic says of an entity beyond the place up to which it is known. */
public interface Told {

    String topic();

    String key();

    /** The highest version there; of a tombstone, which says none, the highest before it. */
    long version();

    /** The ids of the events that say it. */
    Set<UUID> events();

    /** Whether the last word is a tombstone. */
    boolean erased();

    /**
     * Takes it back, in the running transaction, as the next version: an offer is rescinded, a placement released, an internship withdrawn, a programme
     * closed, and what is personal goes with a tombstone.
     *
     * @return whether there was anything to take back; what is over anyway stays as it was told
     */
    boolean undo();
}
