package dev.talentpipeline.notification.inbox;

import java.util.Optional;

/**
 * What of an opening decides whether anybody is told something. Kept of the version read last, to see what is new.
 *
 * @param awaited whether nothing but the approval keeps it from being seen
 */
public record OpeningReading(OpeningApproval approval, boolean awaited) {

    private static final OpeningReading NONE = new OpeningReading(OpeningApproval.UNKNOWN, false);

    /** What can be new of an opening. */
    public enum Step {
        TO_APPROVE,
        APPROVED,
        REJECTED
    }

    /**
     * What is new since then.
     *
     * @param before what was read of the opening before
     */
    public Optional<Step> stepAfter(Optional<OpeningReading> before) {
        OpeningReading last = before.orElse(NONE);
        if (isToApproveAfter(last)) {
            return Optional.of(Step.TO_APPROVE);
        }
        if (isApprovedAfter(last)) {
            return Optional.of(Step.APPROVED);
        }
        return isRejectedAfter(last) ? Optional.of(Step.REJECTED) : Optional.empty();
    }

    /** Whether it comes to wait for its approval. */
    private boolean isToApproveAfter(OpeningReading before) {
        return awaited && !before.awaited;
    }

    /** Whether somebody has approved it; one of which nobody knows how it stood before may have been approved long ago. */
    private boolean isApprovedAfter(OpeningReading before) {
        return approval == OpeningApproval.APPROVED
                && (before.approval == OpeningApproval.AWAITED || before.approval == OpeningApproval.REJECTED);
    }

    /** Whether somebody has rejected it. */
    private boolean isRejectedAfter(OpeningReading before) {
        return approval == OpeningApproval.REJECTED && before.approval != OpeningApproval.REJECTED;
    }
}
