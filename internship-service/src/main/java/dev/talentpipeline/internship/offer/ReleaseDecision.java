package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferCommand.RefuseRelease;
import dev.talentpipeline.internship.offer.OfferCommand.Release;
import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.OfferDecision.NotPossible;
import dev.talentpipeline.internship.offer.OfferDecision.ReasonMissing;
import dev.talentpipeline.internship.offer.OfferEvent.OfferReleased;
import dev.talentpipeline.internship.offer.OfferEvent.ReleaseMoved;
import dev.talentpipeline.internship.offer.OfferState.Committed;
import dev.talentpipeline.internship.offer.ReleaseRequest.Step;
import dev.talentpipeline.internship.offer.ReleaseRequest.Taken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the state machine that leads out of a commitment: student or company asks, the other answers, the university decides. */
final class ReleaseDecision {

    private ReleaseDecision() {}

    /** A yes to a release: the first asks for it, everybody else's carries it out. */
    static OfferDecision ask(Committed state, Release command) {
        ReleaseRequest request = state.release();
        String reason = command.reason();
        if (request != null) {
            // Who asks cannot agree with themselves.
            return command.by() == request.askedBy()
                    ? new NotPossible(state.status())
                    : new Happened(
                            List.of(new OfferReleased(request.reason(), chosen(command.seat(), request.seat()))));
        }
        if (command.by() == Party.UNIVERSITY) {
            // The university decides what the two others bring before it; it is no side of the agreement.
            return new NotPossible(state.status());
        }
        return reason == null
                ? new ReasonMissing()
                : moved(
                        new ReleaseRequest(command.by(), reason, false, chosen(command.seat(), Seat.RETURN)),
                        Step.ASKED,
                        reason);
    }

    /** A no to a release: taken back by who asked, refused by the other side, denied by the university. */
    static OfferDecision refuse(Committed state, RefuseRelease command) {
        ReleaseRequest request = state.release();
        if (request == null) {
            return new NotPossible(state.status());
        }
        if (command.by() == request.askedBy()) {
            return moved(null, Step.TAKEN_BACK, command.reason());
        }
        if (command.by() == Party.UNIVERSITY) {
            return moved(null, Step.DENIED, command.reason());
        }
        return request.refused()
                ? new NotPossible(state.status())
                : moved(request.refusedByTheOther(), Step.REFUSED, command.reason());
    }

    private static Seat chosen(@Nullable Seat said, Seat otherwise) {
        return said == null ? otherwise : said;
    }

    private static OfferDecision moved(@Nullable ReleaseRequest request, Step step, @Nullable String reason) {
        return new Happened(List.of(new ReleaseMoved(request, new Taken(step, reason))));
    }
}
