package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.Proposal.Versions;
import java.time.Instant;

/**
 * That somebody recalled a clearing. Nothing of it counts from then on but what students had committed to.
 *
 * @param programmeVersion the programme's when it was recalled
 */
public record Recall(String programme, long clearing, long programmeVersion, Instant at, Actor by) {

    /** What an offer of the clearing rests on once it is gone: rules that were changed since the recall are newer than that. */
    Versions restingOn(Versions current) {
        return new Versions(programmeVersion, current.student(), current.internship());
    }
}
