package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.programme.DeadlineRules.ApprovalDefault;
import dev.talentpipeline.internship.programme.DeadlineRules.EndorsementDefault;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What it means if no answer comes. That of a student is always a no.
 *
 * @param approvedUntil where it approves: until when the student may answer then; null: it lets the offer lapse
 * @param endorsedUntil where it endorses: until when a further endorsement is awaited, if one is asked; null: it lets the offer lapse
 */
record Silence(@Nullable Instant approvedUntil, @Nullable Instant endorsedUntil) {

    static final Silence NO = new Silence(null, null);

    static Silence in(ProgrammeRules rules, Deadlines deadlines) {
        return new Silence(
                rules.deadlines().approval() == ApprovalDefault.APPROVE ? deadlines.respondBy() : null,
                rules.deadlines().endorsement() == EndorsementDefault.ENDORSE ? deadlines.endorseBy() : null);
    }
}
