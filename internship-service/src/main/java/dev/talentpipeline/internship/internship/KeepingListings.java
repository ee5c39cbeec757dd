package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.internship.transaction.Turns;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Keeps each internship in the state in which the facts put it: closed past its last day or once every seat is bound by an accepted offer,
 * open again when a seat returns, waiting while its company is not verified. Open offers are not touched. One transaction each, under the
 * internship's lock, and what must change is looked up in the database; so it may stop at any point, and several instances may work at once.
 */
public final class KeepingListings {

    private final Internships internships;
    private final Programmes programmes;
    private final Calendars calendars;
    private final InternshipEvents events;
    private final Transactions transactions;
    private final Clock clock;

    KeepingListings(
            Internships internships,
            Programmes programmes,
            Calendars calendars,
            InternshipEvents events,
            Transactions transactions,
            Clock clock) {
        this.internships = internships;
        this.programmes = programmes;
        this.calendars = calendars;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sweeps once; says how many internships changed. */
    public int sweep() {
        return Turns.each(internships.astray(clock.instant()), this::settle);
    }

    /** Settles all internships of a company whose standing has changed; says how many changed. */
    public int settleAllOf(String company) {
        int changed = 0;
        List<UUID> some = internships.ofCompany(company, null);
        while (!some.isEmpty()) {
            changed += Turns.each(some, this::settle);
            some = internships.ofCompany(company, some.getLast());
        }
        return changed;
    }

    private boolean settle(UUID id) {
        return transactions.within(() -> {
            Internship internship = internships.lock(id).orElseThrow();
            Programme programme = programmes.find(internship.programme()).orElseThrow();
            Internship settled = internship.settled(ListingRules.of(programme, calendars), clock.instant());
            if (settled.version() == internship.version()) {
                return false;
            }
            internships.save(settled);
            events.changed(settled);
            return true;
        });
    }
}
