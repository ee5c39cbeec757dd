package dev.talentpipeline.internship.roll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The links that can claim an entry, of all rolls. */
public interface ClaimLinks {

    Optional<ClaimLink> find(String hash);

    void addAll(List<ClaimLink> all);

    /** Keeps with the link that it has claimed, and the hash of the key by which the claim may be repeated. */
    void claimed(String hash, String claimKey);

    /** Forgets the links of the entry; how many. */
    int forget(UUID entry);

    /** Forgets those that have expired by then. */
    void forgetExpired(Instant by);
}
