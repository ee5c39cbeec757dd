package dev.talentpipeline.internship.internship;

import java.time.Instant;
import java.util.UUID;

/**
 * An opening posted by a company into a programme.
 *
 * @param id random, without meaning
 * @param reference the company's own name for it, unique in the programme for that company
 * @param version grows by 1 with every change of state or opening
 * @param taken seats bound by active offers, from 0 to the opening's seats
 */
public record Internship(
        UUID id,
        String programme,
        String company,
        String reference,
        long version,
        InternshipState state,
        int taken,
        Opening opening,
        Instant changedAt) {

    /** This internship with another state and opening, one version on; itself if nothing differs. */
    Internship changed(InternshipState toState, Opening toOpening, Instant now) {
        return toState == state && toOpening.equals(opening)
                ? this
                : new Internship(id, programme, company, reference, version + 1, toState, taken, toOpening, now);
    }

    public boolean hasFreeSeat() {
        return taken < opening.seats();
    }
}
