package dev.talentpipeline.internship.destination;

import dev.talentpipeline.internship.agreement.Agreement;
import dev.talentpipeline.internship.agreement.Employments;
import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.destination.Destination.Agreed;
import dev.talentpipeline.internship.destination.Destination.Codes;
import dev.talentpipeline.internship.destination.Destination.Evidence;
import dev.talentpipeline.internship.destination.Destination.Facts;
import dev.talentpipeline.internship.destination.Destination.Succeeded;
import dev.talentpipeline.internship.destination.Destination.Verified;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.organisation.Organisation;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.placement.Job;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.roll.RollEntries;
import dev.talentpipeline.internship.roll.RollEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The platform's own destinations: with the last signature under an employment agreement the graduate has one, verified by those three
 * signatures. It succeeds whichever held, as it is the later word and the university has signed it. Runs in the transaction of the signature, which holds the
 * locks of person, offer and placement; the entry of the roll comes after them.
 */
final class EmployedByPlacement implements Employments {

    private static final Actor SYSTEM = new Actor("SYSTEM", "internship-service");

    private final People people;
    private final RollEntries roll;
    private final Internships internships;
    private final Organisations organisations;
    private final DestinationKinds kinds;
    private final Destinations destinations;
    private final AuditTrail trail;
    private final Supplier<UUID> ids;

    EmployedByPlacement(
            People people,
            RollEntries roll,
            Internships internships,
            Organisations organisations,
            DestinationKinds kinds,
            Destinations destinations,
            AuditTrail trail,
            Supplier<UUID> ids) {
        this.people = people;
        this.roll = roll;
        this.internships = internships;
        this.organisations = organisations;
        this.kinds = kinds;
        this.destinations = destinations;
        this.trail = trail;
        this.ids = ids;
    }

    @Override
    public void agreed(Agreement agreement, Placement placement, Instant now) {
        RollEntry graduate = graduate(placement);
        Verified verified = new Verified(SYSTEM, now);
        Destination agreed = new Destination(
                ids.get(),
                graduate.id(),
                kinds.platform(),
                facts(agreement, placement),
                new Agreed(placement.id(), placement.company()),
                SYSTEM,
                now,
                verified,
                null);
        destinations
                .currentOf(graduate.id())
                .ifPresent(before -> destinations.end(before.id(), new Succeeded(agreed.id(), SYSTEM, now)));
        destinations.add(agreed);
        destinations.verify(agreed.id(), verified);
        trail.record(RecordingDestination.deed("DESTINATION_AGREED", agreed, graduate));
    }

    /** Whoever was entered into a programme is on the roll. */
    private RollEntry graduate(Placement placement) {
        Person person = people.find(placement.person()).orElseThrow();
        return roll.lockAll(person.university(), List.of(person.number())).stream()
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("person (%s) must be on a roll.".formatted(placement.person())));
    }

    private Facts facts(Agreement agreement, Placement placement) {
        Job job = placement
                .acceptedJob()
                .orElseThrow(() -> new IllegalStateException(
                        "placement (%s) must have an accepted job.".formatted(placement.id())))
                .job();
        Opening opening = internships.find(placement.internship()).orElseThrow().opening();
        Optional<Organisation> company = organisations.find(placement.company());
        return new Facts(
                job.startsOn(),
                company.map(organisation -> organisation.profile().nameZh()).orElse(placement.company()),
                new Codes(
                        company.map(Organisation::company)
                                .map(known -> known.creditCode().value())
                                .orElse(null),
                        null,
                        null),
                opening.region(),
                opening.occupation(),
                job.title(),
                new Evidence(EvidenceKind.EMPLOYMENT_AGREEMENT, agreement.number()));
    }
}
