package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.internship.transaction.Turns;
import java.time.Clock;

/**
 * Tells desks once more after an upgrade, so that who reads of an organisation knows its names in both languages. Each in a transaction of its own, as one
 * version more; whoever else starts meanwhile tells those that are left.
 */
final class TellingDesksAnew {

    private final DesksToTell desks;
    private final Organisations organisations;
    private final DeskEvents events;
    private final Transactions transactions;
    private final Clock clock;

    TellingDesksAnew(
            DesksToTell desks, Organisations organisations, DeskEvents events, Transactions transactions, Clock clock) {
        this.desks = desks;
        this.organisations = organisations;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells all that are left; says how many. */
    int tellAll() {
        return Turns.each(desks.all(), this::tell);
    }

    private boolean tell(String organisation) {
        return transactions.within(() -> {
            Organisation locked = organisations.lock(organisation).orElseThrow();
            if (!desks.forget(organisation)) {
                return false;
            }
            Organisation told = locked.toldAs(locked.version() + 1, clock.instant());
            organisations.save(told);
            events.changed(told);
            return true;
        });
    }
}
