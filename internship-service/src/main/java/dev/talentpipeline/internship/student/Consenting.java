package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.person.FindingPerson;
import dev.talentpipeline.internship.person.OwnWord;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A person's consent to be matched, in all programmes at once. Taken back, their profiles leave every market with the transaction and open
 * offers are rescinded; what they accepted stays. All under the person's lock.
 */
public final class Consenting {

    private final FindingPerson finding;
    private final People people;
    private final Students students;
    private final OffersOfStudent offers;
    private final StudentEvents events;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    public Consenting(
            FindingPerson finding,
            People people,
            Students students,
            OffersOfStudent offers,
            StudentEvents events,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.finding = finding;
        this.people = people;
        this.students = students;
        this.offers = offers;
        this.events = events;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the person's students are after it. Their university can take consent back for them, but only they can give it. */
    public List<Student> consent(Caller caller, String handle, boolean given) {
        if (given && !caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("Only the student themselves give consent in all programmes at once.")
                    .asException();
        }
        if (given) {
            OwnWord.refuseOthers(caller, "Giving consent");
        }
        return transactions.within(() -> {
            Person person = finding.find(caller, handle);
            people.lockKnown(person.id());
            trail.record(Deed.done(
                    given ? "CONSENT_GIVEN" : "CONSENT_WITHDRAWN",
                    new Entity("PERSON", person.id().toString()),
                    Concerned.of(person.id(), person.university()),
                    Map.of()));
            return decided(person.id(), given, OwnWord.isOf(caller));
        });
    }

    /** Takes the locked person's consent back in every programme, within the running transaction. */
    public void withdraw(UUID person) {
        decided(person, false, false);
    }

    private List<Student> decided(UUID person, boolean given, boolean themselves) {
        Instant now = clock.instant();
        List<Student> before = students.ofPerson(person);
        List<Student> after = before.stream()
                .map(student -> decided(student, given, themselves, now))
                .toList();
        List<Student> changed =
                after.stream().filter(student -> !before.contains(student)).toList();
        changed.forEach(student -> {
            students.save(student);
            events.changed(student);
        });
        if (!given) {
            offers.studentsWithdrew(changed);
        }
        return after;
    }

    private static Student decided(Student student, boolean given, boolean themselves, Instant now) {
        return given && student.state() == StudentState.WITHDRAWN
                ? student
                : student.consenting(given, themselves, now);
    }
}
