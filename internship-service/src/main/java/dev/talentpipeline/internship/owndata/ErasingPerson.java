package dev.talentpipeline.internship.owndata;

import dev.talentpipeline.internship.person.FindingPerson;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.personaldata.Forerunners;
import dev.talentpipeline.internship.personaldata.Forerunners.Held;
import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.student.Consenting;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Erases a person: at once from the tables, with tombstones on the topics. That nothing is left in files either is for
 * {@link CompletingErasures} to bring about. Refused while a commitment runs, which needs the person's name: it is released first.
 */
public final class ErasingPerson {

    private final FindingPerson finding;
    private final People people;
    private final Consenting consenting;
    private final List<PersonalData> features;
    private final Forerunners forerunners;
    private final Erasures erasures;
    private final ErasureEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public ErasingPerson(
            FindingPerson finding,
            People people,
            Consenting consenting,
            List<PersonalData> features,
            Forerunners forerunners,
            Erasures erasures,
            ErasureEvents events,
            Transactions transactions,
            Clock clock) {
        this.finding = finding;
        this.people = people;
        this.consenting = consenting;
        this.features = List.copyOf(features);
        this.forerunners = forerunners;
        this.erasures = erasures;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Erases the person for themselves, or for their university on request. Asked again, it answers the same and lets each feature erase
     * again, in case something was left.
     */
    public Erasure erase(Caller caller, String handle) {
        return transactions.within(() -> {
            Person found = finding.reached(caller, handle)
                    .orElseThrow(() -> new Refusal.NotFound("person", handle).asException());
            Person person = people.lock(found.id()).orElseThrow();
            if (!person.isErased()) {
                refuseIfNeeded(person.id());
                erase(person.id(), clock.instant());
            } else {
                features.forEach(feature -> feature.erase(person.id()));
                erasures.add(person.id(), clock.instant());
            }
            return erasures.find(person.id()).orElseThrow();
        });
    }

    /**
     * Erases again what the tables hold under the id, as they do when a backup from before the erasure was restored: a person, or what is from
     * before they were one, with whoever is behind it by now.
     *
     * @return whether they did
     */
    public boolean eraseAgain(UUID id, Instant askedAt) {
        return transactions.within(() -> erasePerson(id, askedAt) || eraseForerunner(id, askedAt));
    }

    private boolean eraseForerunner(UUID id, Instant askedAt) {
        for (Optional<Held> held = forerunners.find(id); held.isPresent(); held = forerunners.find(id)) {
            UUID behind = held.get().person();
            if (behind != null) {
                return erasePerson(behind, askedAt);
            }
            // Whoever comes to stand behind it in this very moment is met in the next turn.
            if (forerunners.lockAlone(id)) {
                features.forEach(feature -> feature.erase(id));
                erasures.add(id, askedAt);
                events.erased(id, askedAt);
                return true;
            }
        }
        return false;
    }

    private boolean erasePerson(UUID id, Instant askedAt) {
        boolean held = people.lock(id).filter(person -> !person.isErased()).isPresent();
        if (held) {
            erase(id, askedAt);
        }
        return held;
    }

    private void erase(UUID person, Instant askedAt) {
        List<UUID> before = forerunners.of(person);
        consenting.withdraw(person);
        features.forEach(feature -> feature.erase(person));
        erasures.add(person, askedAt);
        events.erased(person, askedAt);
        before.forEach(id -> events.erased(id, askedAt));
    }

    private void refuseIfNeeded(UUID person) {
        features.stream()
                .flatMap(feature -> feature.obstacle(person).stream())
                .findFirst()
                .ifPresent(obstacle -> {
                    throw new Refusal.Conflict("commitment-running", obstacle, Map.of()).asException();
                });
    }
}
