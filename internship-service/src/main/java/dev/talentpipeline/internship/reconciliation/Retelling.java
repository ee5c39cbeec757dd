package dev.talentpipeline.internship.reconciliation;

import dev.talentpipeline.internship.refusal.Violations;
import java.util.Optional;
import java.util.UUID;

/** Entities of a feature that are told on a topic, each under its key, and can be told again under a higher version. */
public interface Retelling {

    /** The topic that they are told on. */
    String topic();

    /** The version that the entity has here; empty: there is none. */
    Optional<Long> versionOf(String key);

    /**
     * Locks the entity and tells it as it is, in the running transaction, under a version above its own and above the one given.
     *
     * @return that version
     */
    long retell(String key, long above);

    /** The version above both. */
    static long above(long one, long other) {
        return Math.max(one, other) + 1;
    }

    /** The id of an entity in a key, after the programme if there is one; empty: it cannot be one. */
    static Optional<UUID> id(String key) {
        return Optional.ofNullable(Violations.id(key.substring(key.indexOf('/') + 1)));
    }
}
