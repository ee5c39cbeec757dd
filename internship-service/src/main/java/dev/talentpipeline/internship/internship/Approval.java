package dev.talentpipeline.internship.internship;

import org.jspecify.annotations.Nullable;

/**
 * How far an opening has come with those who approve openings.
 *
 * @param reason code of why it was rejected; null otherwise
 */
public record Approval(Step step, @Nullable String reason) {

    /** The programme asked for none when the opening was posted or last changed. */
    static final Approval NOT_ASKED = new Approval(Step.NOT_ASKED, null);

    static final Approval AWAITED = new Approval(Step.AWAITED, null);
    static final Approval APPROVED = new Approval(Step.APPROVED, null);

    static Approval rejected(String reason) {
        return new Approval(Step.REJECTED, reason);
    }

    public enum Step {
        NOT_ASKED,
        AWAITED,
        APPROVED,
        REJECTED
    }
}
