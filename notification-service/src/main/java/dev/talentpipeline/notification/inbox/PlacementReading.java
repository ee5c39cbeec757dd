package dev.talentpipeline.notification.inbox;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a placement decides whether its student is told something. Kept of the version read last, to see what is new.
 *
 * @param awaitingConfirmation code of the step that waits for a confirmation
 * @param agreementRevision number of the agreement's text
 */
public record PlacementReading(
        PlacementState state,
        @Nullable String awaitingConfirmation,
        int agreementRevision,
        @Nullable Instant jobOfferedAt,
        @Nullable Instant jobAcceptedAt) {

    static final PlacementReading NONE = new PlacementReading(PlacementState.UNKNOWN, null, 0, null, null);

    /** The notice that this calls for. A state that comes back because a step was voided says nothing new. */
    Optional<NoticeKind> calledForAfter(PlacementReading before) {
        if (state != before.state && state.compareTo(before.state) > 0 && state != PlacementState.AWAITING_SIGNATURES) {
            return arrived();
        }
        if (state == PlacementState.AWAITING_SIGNATURES && agreementRevision != before.agreementRevision) {
            return Optional.of(NoticeKind.AGREEMENT_TO_SIGN);
        }
        if (isNew(awaitingConfirmation, before.awaitingConfirmation)) {
            return Optional.of(NoticeKind.PLACEMENT_TO_CONFIRM);
        }
        if (isNew(jobAcceptedAt, before.jobAcceptedAt)) {
            return Optional.of(NoticeKind.JOB_ACCEPTED);
        }
        return isNew(jobOfferedAt, before.jobOfferedAt) ? Optional.of(NoticeKind.JOB_OFFERED) : Optional.empty();
    }

    private Optional<NoticeKind> arrived() {
        return switch (state) {
            case AGREED -> Optional.of(NoticeKind.PLACEMENT_AGREED);
            case STARTED -> Optional.of(NoticeKind.PLACEMENT_STARTED);
            case COMPLETED -> Optional.of(NoticeKind.PLACEMENT_COMPLETED);
            case ENDED -> Optional.of(NoticeKind.PLACEMENT_ENDED);
            case RELEASED -> Optional.of(NoticeKind.PLACEMENT_RELEASED);
            case UNKNOWN, AWAITING_SIGNATURES -> Optional.empty();
        };
    }

    private static boolean isNew(@Nullable Object now, @Nullable Object before) {
        return now != null && !Objects.equals(now, before);
    }
}
