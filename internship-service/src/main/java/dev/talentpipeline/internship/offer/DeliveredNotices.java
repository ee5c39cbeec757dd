package dev.talentpipeline.internship.offer;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Of which offers their students have been told. */
public interface DeliveredNotices {

    /**
     * Keeps, all or none, that students were told of offers, and when. It may come before an offer is looked at, or long after.
     *
     * @return those of which that was not known
     */
    Set<UUID> toldOf(Map<UUID, Instant> offers);

    /** Whether the student was told that the offer was made. */
    boolean isToldOf(UUID offer);
}
