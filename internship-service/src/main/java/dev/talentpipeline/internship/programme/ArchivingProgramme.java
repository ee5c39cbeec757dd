package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.util.Map;

/**
 * Keeps a closed programme for the record only, once nobody has anything to decide in it. Nothing is entered or taken out any more; what was
 * agreed in it goes on, so that a commitment can still be released.
 */
public final class ArchivingProgramme {

    private final ReadingProgrammes reading;
    private final Programmes programmes;
    private final MembersOffers offers;
    private final ProgrammeEvents events;
    private final Transactions transactions;
    private final Clock clock;

    ArchivingProgramme(
            ReadingProgrammes reading,
            Programmes programmes,
            MembersOffers offers,
            ProgrammeEvents events,
            Transactions transactions,
            Clock clock) {
        this.reading = reading;
        this.programmes = programmes;
        this.offers = offers;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Archives the programme, unless it is archived. */
    public Programme archive(Caller caller, String id) {
        return transactions.within(() -> {
            Programme programme = reading.lockRunBy(caller, id);
            if (programme.archivedAt() != null) {
                return programme;
            }
            if (!programme.isClosed()) {
                throw new Refusal.Conflict(
                                "programme-not-closed",
                                "programme (%s) is %s and must be CLOSED before it is archived."
                                        .formatted(id, programme.state()),
                                Map.of("state", programme.state()))
                        .asException();
            }
            int undecided = offers.undecided(id).all();
            if (undecided > 0) {
                throw new Refusal.Conflict(
                                "programme-not-settled",
                                "programme (%s) has %d offers on which somebody has yet to decide. Maybe a university has to endorse."
                                        .formatted(id, undecided),
                                Map.of("undecided", undecided))
                        .asException();
            }
            Programme archived = programme.archived(clock.instant());
            programmes.save(archived);
            events.changed(archived);
            return archived;
        });
    }
}
