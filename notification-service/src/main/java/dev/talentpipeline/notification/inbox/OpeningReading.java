package dev.talentpipeline.notification.inbox;

/**
 * What of an opening decides whether anybody is told something. Kept of the version read last, to see what is new.
 *
 * @param awaited whether nothing but the approval keeps it from being seen
 */
public record OpeningReading(OpeningApproval approval, boolean awaited) {

    /** Whether it comes to wait for its approval. */
    boolean isToApproveAfter(OpeningReading before) {
        return awaited && !before.awaited;
    }

    /** Whether somebody has approved it; one of which nobody knows how it stood before may have been approved long ago. */
    boolean isApprovedAfter(OpeningReading before) {
        return approval == OpeningApproval.APPROVED
                && (before.approval == OpeningApproval.AWAITED || before.approval == OpeningApproval.REJECTED);
    }

    /** Whether somebody has rejected it. */
    boolean isRejectedAfter(OpeningReading before) {
        return approval == OpeningApproval.REJECTED && before.approval != OpeningApproval.REJECTED;
    }
}
