package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.offer.OfferCommand.PutOff;
import dev.talentpipeline.internship.programme.DeadlineRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Puts a deadline off that passed while the answer could not be given: because the service was away at that moment, or because the student
 * had not been told. Each reason counts once: a deadline that was put off lies after the outage, and a notice is waited for one time.
 */
final class GrantingGrace {

    private final Outages outages;
    private final DeliveredNotices notices;

    GrantingGrace(Outages outages, DeliveredNotices notices) {
        this.outages = outages;
        this.notices = notices;
    }

    /** How the deadline of this offer, which has passed, is put off; empty if it is not. */
    Optional<PutOff> of(Offer due, DeadlineRules rules, Instant now) {
        Instant respondBy = due.state().respondBy();
        if (respondBy == null) {
            return Optional.empty();
        }
        Duration grace = rules.graceOf(due.awaiting().window(respondBy));
        return outages.endOfThatAt(respondBy, now)
                .map(end -> new PutOff(end.plus(grace), Grace.OUTAGE))
                .or(() -> untold(due)
                        ? Optional.of(new PutOff(respondBy.plus(grace), Grace.NOTICE_UNDELIVERED))
                        : Optional.empty())
                .filter(putOff -> putOff.until().isAfter(now));
    }

    private boolean untold(Offer due) {
        return due.status() == OfferStatus.EXTENDED && !due.awaiting().noticeAwaited() && !notices.isToldOf(due.id());
    }
}
