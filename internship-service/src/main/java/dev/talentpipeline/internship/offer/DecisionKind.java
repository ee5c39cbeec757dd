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
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a party may decide, by the name under which it is asked for. */
public enum DecisionKind {
    APPROVE,
    VETO,
    ACCEPT,
    KEEP,
    DECLINE,
    ENDORSE,
    REFUSE,
    /** Asks for a release, or agrees to the one that is asked for. */
    RELEASE,
    /** Says no to the release that is asked for; who asked takes it back by this. */
    REFUSE_RELEASE;

    /** Whose decision it is. */
    Set<Party> parties() {
        return switch (this) {
            case APPROVE, VETO -> EnumSet.of(Party.COMPANY);
            case ACCEPT, KEEP, DECLINE -> EnumSet.of(Party.STUDENT);
            case ENDORSE, REFUSE -> EnumSet.of(Party.UNIVERSITY);
            case RELEASE, REFUSE_RELEASE -> EnumSet.allOf(Party.class);
        };
    }

    /** Whether it always says why. A release says so when it is asked for. */
    boolean needsReason() {
        return this == VETO || this == REFUSE;
    }

    /**
     * The decision as a command.
     *
     * @param reason must be there if one is needed
     */
    OfferCommand command(Party by, @Nullable String reason, Deadlines deadlines) {
        return switch (this) {
            case APPROVE -> new Approve(deadlines.respondBy());
            case VETO -> new Veto(given(reason));
            case ACCEPT -> new Accept(deadlines.endorseBy());
            case KEEP -> new Keep(deadlines.keepUntil());
            case DECLINE -> new Decline(reason);
            case ENDORSE -> new Endorse();
            case REFUSE -> new Refuse(given(reason));
            case RELEASE -> new Release(by, reason);
            case REFUSE_RELEASE -> new RefuseRelease(by, reason);
        };
    }

    private String given(@Nullable String reason) {
        if (reason == null) {
            throw new IllegalArgumentException("reason (null) must be a code for decision (%s).".formatted(this));
        }
        return reason;
    }
}
