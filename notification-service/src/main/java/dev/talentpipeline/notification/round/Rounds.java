package dev.talentpipeline.notification.round;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The students and rounds of all programmes. Every method takes part in the caller's transaction. */
public interface Rounds {

    /** Returns whether this was news; false for a version already held or passed. */
    boolean keep(Member member);

    /** Forgets a student who was erased. */
    void forget(String programmeId, String studentId);

    /** Returns whether the round is known only now. */
    boolean cleared(Round round, Instant settledAt);

    /** A round that has settled by now and whose students have not all been told, held until the transaction ends; one that others hold is left to them. */
    Optional<Round> lockSettled(Instant now);

    /**
     * Who took part in the round from its beginning, has no offer that counts now, and has not been told. None where it is not known whose all offers of the
     * programme are.
     */
    List<String> unmatched(Round round, int most);

    void told(Round round);
}
