package dev.talentpipeline.internship.destination;

import dev.talentpipeline.internship.agreement.AgreementKind;
import dev.talentpipeline.internship.agreement.Agreements;
import dev.talentpipeline.internship.agreement.Employments;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.Placements;
import dev.talentpipeline.internship.roll.RollEntries;
import dev.talentpipeline.internship.roll.RollEntry;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives employment agreements that all had signed before there were destinations theirs. Done at every start, it finds nothing but what is
 * missing. What a university has recorded itself meanwhile is the later word and stays; whoever was erased gets none.
 */
public final class CatchingUpOnAgreements {

    private final Placements placements;
    private final Agreements agreements;
    private final People people;
    private final RollEntries roll;
    private final Destinations destinations;
    private final Employments employments;
    private final Transactions transactions;
    private final Clock clock;

    CatchingUpOnAgreements(
            Placements placements,
            Agreements agreements,
            People people,
            RollEntries roll,
            Destinations destinations,
            Employments employments,
            Transactions transactions,
            Clock clock) {
        this.placements = placements;
        this.agreements = agreements;
        this.people = people;
        this.roll = roll;
        this.destinations = destinations;
        this.employments = employments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Records those that are missing, each for itself, in the order in which they were signed; how many. */
    public int catchUp() {
        int recorded = 0;
        for (UUID placement : destinations.agreedAndNotRecorded()) {
            boolean missed = transactions.within(() -> record(placement));
            recorded += missed ? 1 : 0;
        }
        return recorded;
    }

    private boolean record(UUID id) {
        Placement placement = placements.find(id).orElseThrow();
        Optional<Person> person = people.lock(placement.person()).filter(known -> !known.isErased());
        if (person.isEmpty() || placement.acceptedJob().isEmpty()) {
            return false;
        }
        List<RollEntry> entry =
                roll.lockAll(person.get().university(), List.of(person.get().number()));
        if (entry.isEmpty()) {
            return false;
        }
        List<Destination> recorded = destinations.of(entry.getFirst().id());
        boolean laterWord = recorded.stream().anyMatch(each -> each.ended() == null && each.agreed() == null);
        boolean there = recorded.stream()
                .map(Destination::agreed)
                .anyMatch(agreed -> agreed != null && agreed.placement().equals(id));
        if (laterWord || there) {
            return false;
        }
        employments.agreed(
                agreements.find(placement.offer(), AgreementKind.EMPLOYMENT).orElseThrow(), placement, clock.instant());
        return true;
    }
}
