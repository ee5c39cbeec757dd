package dev.talentpipeline.internship.destination;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.destination.Destination.Evidence;
import dev.talentpipeline.internship.destination.Destination.Facts;
import dev.talentpipeline.internship.destination.Destination.Succeeded;
import dev.talentpipeline.internship.destination.Destination.Verified;
import dev.talentpipeline.internship.destination.Destination.Voided;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.roll.FindingRollEntry;
import dev.talentpipeline.internship.roll.RollEntries;
import dev.talentpipeline.internship.roll.RollEntry;
import dev.talentpipeline.internship.student.WithdrawingPerson;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A university records where its graduates go, verifies it, and voids what is wrong. Whoever has somewhere to go leaves every market in the same
 * transaction. Locks: person, entry of the roll, then what the student's offers need.
 */
public final class RecordingDestination {

    private final FindingRollEntry finding;
    private final RollEntries roll;
    private final People people;
    private final DestinationKinds kinds;
    private final Destinations destinations;
    private final CatalogueReferences catalogue;
    private final GivenReasons reasons;
    private final WithdrawingPerson withdrawing;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    RecordingDestination(
            FindingRollEntry finding,
            RollEntries roll,
            People people,
            DestinationKinds kinds,
            Destinations destinations,
            CatalogueReferences catalogue,
            GivenReasons reasons,
            WithdrawingPerson withdrawing,
            AuditTrail trail,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.finding = finding;
        this.roll = roll;
        this.people = people;
        this.kinds = kinds;
        this.destinations = destinations;
        this.catalogue = catalogue;
        this.reasons = reasons;
        this.withdrawing = withdrawing;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A destination as it is to be recorded.
     *
     * @param replaces the one that holds until now; null: none does
     */
    public record Asked(String kind, Facts facts, @Nullable UUID replaces) {}

    /** An entry of the roll that is locked, after the person behind it, if there is one. */
    private record Locked(RollEntry entry, @Nullable Person person) {}

    /**
     * Records where the graduate goes. The same again changes nothing.
     *
     * @param graduate the id of the entry, or the student number
     */
    public Posted<Destination> record(Caller caller, String university, String graduate, Asked asked) {
        return transactions.within(() -> {
            RollEntry found = finding.find(caller, university, graduate);
            DestinationKind kind = kinds.find(asked.kind())
                    .orElseThrow(() -> DestinationRefusals.unknownKind(asked.kind(), kinds.all()));
            check(found.university(), kind, asked.facts());
            Locked locked = lock(found);
            Instant now = clock.instant();
            Actor by = new Actor(Role.UNIVERSITY.name(), caller.subject());
            Optional<Destination> current = destinations.currentOf(found.id());
            if (current.isPresent() && current.get().says(kind, asked.facts())) {
                return new Posted<>(current.get(), false);
            }
            Destination next = new Destination(ids.get(), found.id(), kind, asked.facts(), null, by, now, null, null);
            succeed(current, asked.replaces(), next);
            destinations.add(next);
            if (kind.countsAs().isPlaced() && locked.person() != null) {
                withdrawing.everywhere(locked.person().id());
            }
            tell("DESTINATION_RECORDED", next, locked.entry());
            return new Posted<>(next, true);
        });
    }

    private void check(String university, DestinationKind kind, Facts facts) {
        Evidence evidence = facts.evidence();
        if (evidence == null) {
            if (!kind.evidence().isEmpty()) {
                throw DestinationRefusals.evidenceMissing(kind);
            }
        } else if (!kind.evidence().contains(evidence.kind())) {
            throw DestinationRefusals.evidenceNotAccepted(kind, evidence.kind());
        } else if (destinations.isInternshipAgreement(university, evidence.document())) {
            throw DestinationRefusals.internship("evidence.document", evidence.document());
        }
        if (facts.occupation() != null) {
            catalogue.check(Kind.OCCUPATION, "occupation", List.of(facts.occupation()));
        }
    }

    /** Refuses an internship agreement as evidence; what else is no evidence is for the table of kinds to say. */
    public static void refuseInternship(@Nullable String evidenceKind) {
        if (evidenceKind != null && evidenceKind.equalsIgnoreCase("INTERNSHIP_AGREEMENT")) {
            throw DestinationRefusals.internship("evidence.kind", evidenceKind);
        }
    }

    /** Whoever is entered under the number in this very moment comes after it, and is not withdrawn from what they were entered into. */
    private Locked lock(RollEntry found) {
        List<String> number = List.of(found.number());
        Person person =
                people.lockAll(found.university(), number).stream().findFirst().orElse(null);
        RollEntry entry = roll.lockAll(found.university(), number).stream()
                .filter(locked -> locked.id().equals(found.id()))
                .findFirst()
                .orElseThrow(() -> DestinationRefusals.notFound(found.number()));
        return new Locked(entry, person);
    }

    private void succeed(Optional<Destination> current, @Nullable UUID replaces, Destination next) {
        if (current.isPresent()) {
            if (!current.get().id().equals(replaces)) {
                throw DestinationRefusals.standing(current.get());
            }
            destinations.end(current.get().id(), new Succeeded(next.id(), next.by(), next.at()));
        } else if (replaces != null) {
            throw DestinationRefusals.replacesNothing(replaces);
        }
    }

    /** Says that the university has seen the evidence. Said again, it changes nothing. */
    public Destination verify(Caller caller, String university, String graduate, String id) {
        return transactions.within(() -> {
            Locked locked = lock(finding.find(caller, university, graduate));
            Destination current = current(locked.entry(), id);
            if (current.verified() != null) {
                return current;
            }
            Verified verified = new Verified(new Actor(Role.UNIVERSITY.name(), caller.subject()), clock.instant());
            destinations.verify(current.id(), verified);
            tell("DESTINATION_VERIFIED", current, locked.entry());
            return current.verified(verified);
        });
    }

    /** Says that it was recorded in error. Nothing holds then, and who was withdrawn stays so until somebody posts them again. */
    public Destination voidIt(Caller caller, String university, String graduate, String id, @Nullable String reason) {
        return transactions.within(() -> {
            Locked locked = lock(finding.find(caller, university, graduate));
            Destination current = current(locked.entry(), id);
            if (!current.isVoidable()) {
                throw DestinationRefusals.agreed(current);
            }
            Voided voided = new Voided(
                    reasons.required(Act.VOID, "reason", reason),
                    new Actor(Role.UNIVERSITY.name(), caller.subject()),
                    clock.instant());
            destinations.end(current.id(), voided);
            tell("DESTINATION_VOIDED", current, locked.entry());
            return current.ended(voided);
        });
    }

    private Destination current(RollEntry graduate, String id) {
        Destination destination = destinations.of(graduate.id()).stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> DestinationRefusals.notFound(id));
        if (destination.ended() != null) {
            throw DestinationRefusals.over(destination);
        }
        return destination;
    }

    private void tell(String what, Destination destination, RollEntry graduate) {
        trail.record(deed(what, destination, graduate));
    }

    static Deed deed(String what, Destination destination, RollEntry graduate) {
        Map<String, String> facts = new HashMap<>();
        facts.put("kind", destination.kind().code());
        facts.put("since", destination.facts().since().toString());
        facts.put("graduate", graduate.id().toString());
        return Deed.done(
                what,
                new Entity("DESTINATION", destination.id().toString()),
                new Concerned(graduate.university(), null, graduate.person()),
                facts);
    }
}
