package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferCommand.Accept;
import dev.talentpipeline.internship.offer.OfferCommand.Approve;
import dev.talentpipeline.internship.offer.OfferCommand.Decline;
import dev.talentpipeline.internship.offer.OfferCommand.Endorse;
import dev.talentpipeline.internship.offer.OfferCommand.Keep;
import dev.talentpipeline.internship.offer.OfferCommand.Refuse;
import dev.talentpipeline.internship.offer.OfferCommand.RefuseRelease;
import dev.talentpipeline.internship.offer.OfferCommand.Release;
import dev.talentpipeline.internship.offer.OfferCommand.Veto;
import org.jspecify.annotations.Nullable;

/**
 * What a party says.
 *
 * @param reason code of the reason; null if none was given
 * @param letter to the other parties, which goes with a release only; null if none was written
 * @param seat what becomes of the seat after a release; null if that was left open
 */
public record Decision(
        DecisionKind kind,
        @Nullable String reason,
        @Nullable String letter,
        @Nullable Seat seat) {

    public static Decision of(DecisionKind kind, @Nullable String reason) {
        return new Decision(kind, reason, null, null);
    }

    boolean lacksReason() {
        return reason == null && kind.needsReason();
    }

    /** The decision as a command; a reason must be there if one is needed. */
    OfferCommand command(Party by, Deadlines deadlines) {
        return switch (kind) {
            case APPROVE -> new Approve(deadlines.respondBy());
            case VETO -> new Veto(given());
            case ACCEPT -> new Accept(deadlines.endorsing());
            case KEEP -> new Keep(deadlines.keepUntil());
            case DECLINE -> new Decline(reason);
            case ENDORSE -> new Endorse(by, deadlines.endorseBy());
            case REFUSE -> new Refuse(by, given());
            case RELEASE -> new Release(by, reason, seat);
            case REFUSE_RELEASE -> new RefuseRelease(by, reason);
        };
    }

    private String given() {
        if (reason == null) {
            throw new IllegalArgumentException("reason (null) must be a code for decision (%s).".formatted(kind));
        }
        return reason;
    }
}
