package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.Actor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The agreements of all universities. An agreement is changed under the lock of its offer only. */
public interface Agreements {

    Optional<Agreement> find(UUID offer, AgreementKind kind);

    /** Those of the offers that have an internship agreement. */
    Set<UUID> drafted(Collection<UUID> offers);

    /** By offer, the entry of the job that its employment agreement is about; without those that have none. */
    Map<UUID, Integer> jobs(Collection<UUID> offers);

    /**
     * Whether the number is free for this offer's agreement; if so, nobody else takes it until the transaction ends.
     */
    boolean claimNumber(String university, AgreementKind kind, String number, UUID offer);

    /** Keeps a new agreement, and who drafted it. */
    void add(Agreement agreement, Actor by);

    /** Keeps the agreement's new text, and who gave it. */
    void revise(Agreement agreement, Actor by);

    /** Keeps the agreement's new version with the signature. */
    void sign(Agreement agreement, Signature signature, Actor by);
}
