package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.programme.ProgrammeRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines that a programme would set for what happens now. An offer keeps the one that it got, whatever the rules become.
 *
 * @param endorseBy null: no endorsement is asked
 */
record Deadlines(
        Instant approveBy,
        Instant respondBy,
        Instant keepUntil,
        @Nullable Instant endorseBy) {

    static Deadlines of(ProgrammeRules rules, Instant now) {
        return new Deadlines(
                now.plus(rules.approvalWindow()),
                now.plus(rules.responseWindow()),
                now.plus(rules.keepWindow()),
                rules.universityEndorsement() ? now.plus(rules.endorsementWindow()) : null);
    }
}
