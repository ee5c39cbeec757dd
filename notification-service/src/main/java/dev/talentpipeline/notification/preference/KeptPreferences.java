package dev.talentpipeline.notification.preference;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What people chose. Every method takes part in the caller's transaction. */
public interface KeptPreferences {

    Optional<Chosen> find(String personId);

    /** What these people chose, as far as they did. */
    List<Chosen> find(Collection<String> people);

    /** Keeps others from changing what the person chose, also if it is nothing yet, until the transaction ends. */
    void lock(String personId);

    void keep(Chosen chosen, Instant at);

    void forget(String personId);

    /** The secret that links are signed with, the same for ever. */
    byte[] linkSecret();
}
