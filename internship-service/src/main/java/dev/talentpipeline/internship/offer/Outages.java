package dev.talentpipeline.internship.offer;

import java.time.Instant;
import java.util.Optional;

/**
 * When nobody could answer: the times between two sweeps that lie further apart than a sweep ever takes. One service, however many
 * instances it has: as long as any of them sweeps there is no outage.
 */
public interface Outages {

    /** Notes within the running transaction that the service is at work now, and the outage that this ends, if it does. */
    void beat(Instant now);

    /** When the outage ended in which the moment lies; now if it has not ended yet, empty if there was none. */
    Optional<Instant> endOfThatAt(Instant moment, Instant now);
}
