package dev.talentpipeline.monitoring.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events as they hang together. Whatever id an event carries leads to it: its own, that of what it is about or names, of the request that it came from, of the event that
 * it answers, of its trace.
 */
public interface Journeys {

    /** A place in a journey, after which it goes on. */
    record Place(Instant occurredAt, long entry) {}

    /** A place in a list of what was found, which begins with the latest. */
    record FoundPlace(Instant lastAt, String id) {}

    /** The entities that are meant by events with the id, the latest first. Where very many events have it, the newest of them count. */
    List<Found> naming(String id, @Nullable FoundPlace after, int limit);

    /** The events with the id, in the order in which they were written. */
    List<Step> steps(String id, @Nullable Place after, int limit);
}
