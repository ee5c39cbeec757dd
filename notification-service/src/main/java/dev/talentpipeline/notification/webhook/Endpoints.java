package dev.talentpipeline.notification.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The endpoints of all organisations. Every method takes part in the caller's transaction. */
public interface Endpoints {

    void add(Endpoint endpoint);

    Optional<Endpoint> find(UUID id);

    /** Finds it and keeps others from changing it until the transaction ends. */
    Optional<Endpoint> lock(UUID id);

    /** Waits until no other transaction adds an endpoint to the organisation; tells how many it has. */
    int lockCount(String organisation);

    void change(Endpoint endpoint);

    /** Changes an endpoint to one that is enabled, whose failures are forgotten. */
    void enable(Endpoint endpoint, Instant now);

    /** Removes it with all its messages. */
    void remove(UUID id);

    /**
     * A page in the order of ids.
     *
     * @param organisation null: of all
     */
    List<Endpoint> page(@Nullable String organisation, @Nullable UUID after, int limit);

    /** The enabled ones of these organisations, none of which is removed before the transaction ends. */
    List<Endpoint> enabledOf(Collection<String> organisations);

    List<Secret> secrets(UUID id);

    /** Removes secrets that signed no more before that. */
    void forgetSecretsBefore(Instant time);

    /** Puts these in the place of those that it has. */
    void keepSecrets(UUID id, List<Secret> secrets);
}
