package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.internship.transaction.Turns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Brings about what time, the end of a programme and a recall bring about: who must answer is reminded, silence has its consequence, and open
 * offers of closed programmes and of recalled clearings are taken back. One transaction each, in which an offer that has lost its ground is
 * taken back whatever else was to be done; whoever is busy is left for the next
 * sweep, so several instances may sweep at once.
 */
public final class SweepingOffers {

    /** For offers of which is known that they have lost their ground: they are taken back, and that is all. */
    private static final Change ALL_IS_DONE = (offer, programme, now) -> offer;

    private final People people;
    private final Internships internships;
    private final Offers offers;
    private final Recalls recalls;
    private final OfferChanges changes;
    private final SettlingSilence settling;
    private final Programmes programmes;
    private final Outages outages;
    private final LostGround.Finding grounds;
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
            LostGround.Finding grounds,
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
        this.grounds = grounds;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sweeps once; says how many offers changed. What fails keeps nothing else from its turn. */
    public int sweep() {
        beat();
        // First, so that what has lost its ground hears of that and of no other consequence.
        List<Lot> lots = List.of(
                new Lot(recalls::openOffers, ALL_IS_DONE),
                new Lot(offers::openInClosedProgrammes, ALL_IS_DONE),
                new Lot(() -> offers.due(clock.instant()), settling::settle),
                new Lot(() -> offers.toBeReminded(clock.instant()), (offer, programme, now) -> remind(offer, now)));
        return Turns.sum(lots, this::each);
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

    /** Changes a locked offer that has its ground; gives it as it is afterwards. */
    private interface Change {
        Offer of(Offer locked, Programme programme, Instant now);
    }

    /** Offers for which something is to be done, and what. */
    private record Lot(Supplier<List<Offer>> found, Change change) {}

    /** Changes each in a transaction of its own. */
    private int each(Lot lot) {
        List<Offer> found = lot.found().get();
        if (found.isEmpty()) {
            return 0;
        }
        try {
            return Turns.each(found, offer -> transactions.within(() -> changesUnlessBusy(offer, lot.change())));
        } finally {
            beat();
        }
    }

    private boolean changesUnlessBusy(Offer offer, Change change) {
        Programme programme = programmes.hold(offer.proposal().programme()).orElseThrow();
        if (!people.lockUnlessBusy(offer.person())) {
            return false;
        }
        settling.concerned(offer).forEach(internships::lock);
        Offer locked = offers.lock(offer.id()).orElseThrow();
        Instant now = clock.instant();
        // Whatever the offer was found for: since then its ground may have gone.
        Offer after = grounds.of(locked, programme)
                .map(lost -> lost.takeBack(locked, changes, now))
                .orElseGet(() -> change.of(locked, programme, now));
        return after.version() != locked.version();
    }
}
