package dev.talentpipeline.internship.roll;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The links by which students who have claimed come in, as they were mailed to them. */
public interface AccessLinks {

    /**
     * One of them.
     *
     * @param hash of the secret in it, which is kept nowhere
     * @param expiresAt from when on it lets nobody in
     * @param openedAt when it has let somebody in; null: it has not
     */
    record AccessLink(
            String hash,
            UUID entry,
            Instant expiresAt,
            @Nullable Instant openedAt) {}

    Optional<AccessLink> find(String hash);

    void add(AccessLink link);

    /** Notes that the link lets somebody in; whether this is the first time, and in time. */
    boolean open(String hash, Instant now);

    /** Forgets those that have expired by then. */
    void forgetExpired(Instant by);
}
