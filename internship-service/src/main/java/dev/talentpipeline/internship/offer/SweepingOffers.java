package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Brings about what time and the end of a programme bring about: offers expire or lapse for want of an answer, and open offers of closed
 * programmes are taken back. One transaction each; whoever is busy is left for the next
 * sweep, so several instances may sweep at once.
 */
public final class SweepingOffers {

    private final People people;
    private final Internships internships;
    private final Offers offers;
    private final OfferChanges changes;
    private final ExpiringOffer expiring;
    private final CurrentVersions versions;
    private final Transactions transactions;
    private final Clock clock;

    SweepingOffers(
            People people,
            Internships internships,
            Offers offers,
            OfferChanges changes,
            ExpiringOffer expiring,
            CurrentVersions versions,
            Transactions transactions,
            Clock clock) {
        this.people = people;
        this.internships = internships;
        this.offers = offers;
        this.changes = changes;
        this.expiring = expiring;
        this.versions = versions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sweeps once; says how many offers changed. */
    public int sweep() {
        return each(offers.due(clock.instant()), expiring::expire)
                + each(
                        offers.openInClosedProgrammes(),
                        (offer, now) -> changes.rescind(
                                offer, RescindReason.PROGRAMME_CLOSED, versions.of(offer), Actor.SYSTEM, now));
    }

    /** Changes a locked offer; says whether it changed. */
    private interface Change extends BiPredicate<Offer, Instant> {}

    /** Changes each in a transaction of its own; one that fails does not keep the others from their turn. */
    private int each(List<Offer> found, Change change) {
        int changed = 0;
        RuntimeException failure = null;
        for (Offer offer : found) {
            try {
                changed += transactions.within(() -> changesUnlessBusy(offer, change)) ? 1 : 0;
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return changed;
    }

    private boolean changesUnlessBusy(Offer offer, Change change) {
        if (!people.lockUnlessBusy(offer.person())) {
            return false;
        }
        internships.lock(offer.proposal().internship());
        Offer locked = offers.lock(offer.id()).orElseThrow();
        return change.test(locked, clock.instant());
    }
}
