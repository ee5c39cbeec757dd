package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.placement.Placement;
import java.time.Instant;

/** What follows from an employment agreement. */
public interface Employments {

    /**
     * All have signed it; in the transaction of the last signature.
     *
     * @param placement locked, with the job that was accepted in it
     */
    void agreed(Agreement agreement, Placement placement, Instant now);
}
