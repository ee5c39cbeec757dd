package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Brings about what time, the end of a programme and a recall bring about: who must answer is reminded, silence has its consequence, and open
 * offers of closed programmes and of recalled clearings are taken back. One transaction each; whoever is busy is left for the next
 * sweep, so several instances may sweep at once.
 */
public final class SweepingOffers {

    private final People people;
    private final Internships internships;
    private final Offers offers;
    private final Recalls recalls;
    private final OfferChanges changes;
    private final SettlingSilence settling;
    private final Programmes programmes;
    private final Outages outages;
    private final CurrentVersions versions;
    private final Transactions transactions;
    private final Clock clock;

    SweepingOffers(
            People people,
            Internships internships,
            Offers offers,
            Recalls recalls,
            OfferChanges changes,
            SettlingSilence settling,
            Programmes programmes,
            Outages outages,
            CurrentVersions versions,
            Transactions transactions,
            Clock clock) {
        this.people = people;
        this.internships = internships;
        this.offers = offers;
        this.recalls = recalls;
        this.changes = changes;
        this.settling = settling;
        this.programmes = programmes;
        this.outages = outages;
        this.versions = versions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sweeps once; says how many offers changed. */
    public int sweep() {
        beat();
        // First, so that nothing of a recalled clearing has any other consequence.
        return each(recalls.openOffers(), (offer, programme, now) -> takeBack(offer, now))
                + each(offers.due(clock.instant()), settling::settle)
                + each(offers.toBeReminded(clock.instant()), (offer, programme, now) -> remind(offer, now))
                + each(
                        offers.openInClosedProgrammes(),
                        (offer, programme, now) ->
                                rescind(offer, RescindReason.PROGRAMME_CLOSED, versions.of(offer), Actor.SYSTEM, now));
    }

    /** It is taken back by whoever recalled its clearing. */
    private Offer takeBack(Offer locked, Instant now) {
        Recall recall = recalls.find(
                        locked.proposal().programme(), locked.proposal().clearing())
                .orElseThrow();
        return rescind(locked, RescindReason.RECALLED, recall.restingOn(versions.of(locked)), recall.by(), now);
    }

    /** Notes that the service is at work; more than once a sweep, so that a long one is no outage. */
    private void beat() {
        Instant now = clock.instant();
        transactions.within(() -> {
            outages.beat(now);
            return now;
        });
    }

    private Offer remind(Offer locked, Instant now) {
        return locked.awaiting()
                .due(locked.state().respondBy(), now)
                .flatMap(command -> changes.applyIfPossible(locked, command, Actor.SYSTEM, now))
                .orElse(locked);
    }

    private Offer rescind(Offer locked, RescindReason reason, Versions current, Actor by, Instant now) {
        return changes.applyIfPossible(locked.restingOn(current), new OfferCommand.Rescind(reason), by, now)
                .orElse(locked);
    }

    /** Changes a locked offer; gives it as it is afterwards. */
    private interface Change {
        Offer of(Offer locked, Programme programme, Instant now);
    }

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
        if (!found.isEmpty()) {
            beat();
        }
        if (failure != null) {
            throw failure;
        }
        return changed;
    }

    private boolean changesUnlessBusy(Offer offer, Change change) {
        Programme programme = programmes.hold(offer.proposal().programme()).orElseThrow();
        if (!people.lockUnlessBusy(offer.person())) {
            return false;
        }
        settling.concerned(offer).forEach(internships::lock);
        Offer locked = offers.lock(offer.id()).orElseThrow();
        return change.of(locked, programme, clock.instant()).version() != locked.version();
    }
}
