package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentEvents;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Brings about what time and the end of a programme bring about: offers expire unanswered, which takes their student out of the market
 * until somebody acts, and open offers of closed programmes are taken back. One transaction each; whoever is busy is left for the next
 * sweep, so several instances may sweep at once.
 */
public final class SweepingOffers {

    private final People people;
    private final Students students;
    private final Internships internships;
    private final Offers offers;
    private final OfferChanges changes;
    private final CurrentVersions versions;
    private final StudentEvents events;
    private final Transactions transactions;
    private final Clock clock;

    SweepingOffers(
            People people,
            Students students,
            Internships internships,
            Offers offers,
            OfferChanges changes,
            CurrentVersions versions,
            StudentEvents events,
            Transactions transactions,
            Clock clock) {
        this.people = people;
        this.students = students;
        this.internships = internships;
        this.offers = offers;
        this.changes = changes;
        this.versions = versions;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sweeps once; says how many offers changed. */
    public int sweep() {
        return each(offers.due(clock.instant()), this::expire)
                + each(
                        offers.openInClosedProgrammes(),
                        (offer, now) -> changes.rescind(
                                offer, RescindReason.PROGRAMME_CLOSED, versions.of(offer), Actor.SYSTEM, now));
    }

    /** Changes each in a transaction of its own; one that fails does not keep the others from their turn. */
    private int each(List<Offer> found, BiConsumer<Offer, Instant> change) {
        int changed = 0;
        RuntimeException failure = null;
        for (Offer offer : found) {
            try {
                changed += transactions.within(() -> changeUnlessBusy(offer, change));
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

    private int changeUnlessBusy(Offer offer, BiConsumer<Offer, Instant> change) {
        if (!people.lockUnlessBusy(offer.person())) {
            return 0;
        }
        internships.lock(offer.proposal().internship());
        Offer locked = offers.lock(offer.id()).orElseThrow();
        if (!locked.status().isOpen()) {
            return 0;
        }
        change.accept(locked, clock.instant());
        return 1;
    }

    private void expire(Offer offer, Instant now) {
        if (OfferDecision.decide(offer.state(), new OfferCommand.Expire(), now) instanceof Happened it) {
            changes.apply(offer, it.events(), Actor.SYSTEM, now);
            Student student = students.find(offer.proposal().student()).orElseThrow();
            Student paused = student.paused(now);
            if (paused.version() != student.version()) {
                students.save(paused);
                events.changed(paused);
            }
        }
    }
}
