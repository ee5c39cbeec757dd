package dev.talentpipeline.internship.offer;

import java.time.Instant;
import java.util.UUID;

/** Of which offers their students have been told. */
public interface DeliveredNotices {

    /** Keeps that the student was told of the offer; false if that was known. It may come before the offer is looked at, or long after. */
    boolean toldOf(UUID offer, Instant at);

    /** Whether the student was told that the offer was made. */
    boolean isToldOf(UUID offer);
}
