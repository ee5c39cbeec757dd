package dev.talentpipeline.notification.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Messages on their way out. Each method is a transaction of its own. While an endpoint is claimed nobody else claims it, in all
 * processes together; a claim that is not settled ends by itself, and its message goes out again under the same id.
 */
public interface Outgoing {

    /**
     * Claims the endpoint that has been due longest, with its message that has been due longest, and holds it until then.
     *
     * @param full whose turn it is not
     */
    Optional<Claim> claim(UUID token, Instant now, Instant until, Full full);

    /**
     * Notes down what came of it, and lets go of the endpoint.
     *
     * @return whether the claim still held
     */
    boolean settle(Claim claim, Settlement settlement);

    /** Organisations, and hosts in lower case, to which as many requests are under way as may be. */
    record Full(Set<String> organisations, Set<String> hosts) {

        public static final Full NONE = new Full(Set.of(), Set.of());

        public Full {
            organisations = Set.copyOf(organisations);
            hosts = Set.copyOf(hosts);
        }
    }
}
