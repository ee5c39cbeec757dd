package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.person.ContactEvents;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.programme.KeepingQuotas;
import dev.talentpipeline.internship.programme.MarketSide;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Enters a student into a programme, changes them, or takes them out. The university enters; afterwards the student may change their own
 * record. Any change puts a paused or withdrawn student back into the market. All under the person's lock.
 */
public final class PostingStudent {

    private final ReadingProgrammes programmes;
    private final KeepingQuotas quotas;
    private final FindingStudent finding;
    private final People people;
    private final Students students;
    private final PreferredInternships internships;
    private final CatalogueReferences catalogue;
    private final KnownSchools schools;
    private final StudentsOnRoll roll;
    private final OffersOfStudent offers;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public PostingStudent(
            ReadingProgrammes programmes,
            KeepingQuotas quotas,
            FindingStudent finding,
            People people,
            Students students,
            PreferredInternships internships,
            CatalogueReferences catalogue,
            KnownSchools schools,
            StudentsOnRoll roll,
            OffersOfStudent offers,
            Events events,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.programmes = programmes;
        this.quotas = quotas;
        this.finding = finding;
        this.people = people;
        this.students = students;
        this.internships = internships;
        this.catalogue = catalogue;
        this.schools = schools;
        this.roll = roll;
        this.offers = offers;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** The two kinds of event that a posted student may bring about. */
    public record Events(StudentEvents student, ContactEvents contact) {}

    /**
     * A student as they were posted.
     *
     * @param kept what stays as it was, whatever was sent: it is another's to say
     */
    public record Entered(Student student, List<String> kept) {}

    /**
     * Enters or changes the student.
     *
     * @param handle the student's id; for their university the student number, which may be new; for the student themselves {@code me}
     */
    public Posted<Entered> post(
            Caller caller, String programmeId, String handle, Person.Details details, StudentProfile profile) {
        refuseUnlessOfUniversity(caller);
        return transactions.within(() -> {
            Programme programme = programmes.open(caller, programmeId);
            checkReferences(programme, profile);
            checkSchool(caller, profile);
            if (caller.is(Role.STUDENT) && handle.equals(FindingStudent.THEMSELVES)) {
                return enterThemselves(caller, programme, details, profile);
            }
            return Violations.id(handle) == null && caller.is(Role.UNIVERSITY)
                    ? enter(caller, programme, handle, details, profile)
                    : change(caller, programme, handle, details, profile);
        });
    }

    /** Who may never change a student is told so before what is wrong with a field. */
    public static void refuseUnlessOfUniversity(Caller caller) {
        if (!caller.is(Role.UNIVERSITY) && !caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("Only the university and the student themselves change a student.")
                    .asException();
        }
    }

    private Posted<Entered> enter(
            Caller caller, Programme programme, String number, Person.Details details, StudentProfile profile) {
        String university = caller.org();
        if (university == null || !programme.admitsUniversity(university)) {
            throw new Refusal.Forbidden("Only universities that are members of the programme enter students.")
                    .asException();
        }
        quotas.begin(programme, MarketSide.UNIVERSITY, university);
        Instant now = clock.instant();
        People.Entered entered = people.lockOrEnter(university, number, details, Person.Said.NOTHING, now);
        if (entered.created()) {
            events.contact().changed(entered.person());
        }
        refuseOtherSchools(caller, entered.person(), profile);
        return posted(caller, programme, entered.person(), details, profile, now);
    }

    /** Who has claimed their entry of the roll enters the programmes of their university by themselves. */
    private Posted<Entered> enterThemselves(
            Caller caller, Programme programme, Person.Details details, StudentProfile sent) {
        Person found = Optional.ofNullable(Violations.id(caller.person()))
                .flatMap(people::find)
                .orElseThrow(() -> notFound(FindingStudent.THEMSELVES));
        if (!programme.admitsUniversity(found.university())) {
            throw new Refusal.Forbidden("Only students of universities that are members of the programme enter it.")
                    .asException();
        }
        quotas.begin(programme, MarketSide.UNIVERSITY, found.university());
        Person person = people.lockKnown(found.id());
        return posted(caller, programme, person, details, sent, clock.instant());
    }

    /** What becomes of the locked person in the programme. */
    private Posted<Entered> posted(
            Caller caller,
            Programme programme,
            Person locked,
            Person.Details details,
            StudentProfile sent,
            Instant now) {
        Optional<Student> existing = students.ofPerson(programme.id(), locked.id());
        if (existing.isPresent()) {
            return new Posted<>(changed(caller, programme, existing.get(), locked, details, sent, now), false);
        }
        SeenVersion.refuseNew();
        quotas.refuseBeyond(programme, MarketSide.UNIVERSITY, locked.university(), "student", 0, 1);
        Reaching reaching = reaching(caller, locked, details, now);
        StudentProfile profile = caller.is(Role.STUDENT) ? asOnRoll(locked, sent) : sent;
        List<String> kept = new ArrayList<>(reaching.kept());
        kept.addAll(sent.otherOnRollThan(profile));
        WhoseWord.Ruling ruling = WhoseWord.on(caller, programme, null, profile);
        Student student = new Student(
                ids.get(),
                programme.id(),
                reaching.person(),
                1,
                StudentState.ACTIVE,
                ruling.profile(),
                ruling.said(),
                ruling.consentAwaited(),
                now);
        students.add(student);
        events.student().changed(student);
        noteOnRoll(caller, reaching.person(), profile, details);
        return new Posted<>(new Entered(student, kept), true);
    }

    /** What a student sends, with what their university knows in the place of what they say of that. */
    private StudentProfile asOnRoll(Person person, StudentProfile sent) {
        return roll.find(person.university(), person.number()).map(sent::onRoll).orElseGet(() -> sent.ofSchool(null));
    }

    private Posted<Entered> change(
            Caller caller, Programme programme, String handle, Person.Details details, StudentProfile profile) {
        Student found = finding.visible(caller, programme.id(), handle).orElseThrow(() -> notFound(handle));
        quotas.begin(programme, MarketSide.UNIVERSITY, found.person().university());
        Person locked = people.lockKnown(found.person().id());
        refuseOtherSchools(caller, locked, profile);
        Student student = students.find(found.id()).orElseThrow(() -> notFound(handle));
        return new Posted<>(changed(caller, programme, student, locked, details, profile, clock.instant()), false);
    }

    private void noteOnRoll(Caller caller, Person person, StudentProfile profile, Person.Details details) {
        if (caller.is(Role.UNIVERSITY)) {
            roll.entered(person, profile, StudentsOnRoll.Reached.of(details));
        }
    }

    private void refuseOtherSchools(Caller caller, Person person, StudentProfile profile) {
        String school = caller.school();
        if (!OwnSchool.allows(caller, students, person, profile)
                || (school != null && !roll.mayBeOf(school, person.university(), person.number()))) {
            throw OwnSchool.refusal(caller);
        }
    }

    /** A person as they are reached, and what of it stays as it was. */
    private record Reaching(Person person, List<String> kept) {}

    private Reaching reaching(Caller caller, Person person, Person.Details sent, Instant now) {
        Person.Details details = WhoseWord.reached(caller, person, sent);
        List<String> kept = WhoseWord.kept(details, sent);
        if (details.equals(person.details())) {
            return new Reaching(person, kept);
        }
        Person changed = person.reachedBy(details, said(caller, person, details), now);
        people.save(changed);
        events.contact().changed(changed);
        return new Reaching(changed, kept);
    }

    private Person.Said said(Caller caller, Person person, Person.Details details) {
        if (!caller.is(Role.STUDENT)) {
            return person.said();
        }
        StudentsOnRoll.Reached onRoll = roll.find(person.university(), person.number())
                .map(StudentsOnRoll.Known::reached)
                .orElse(StudentsOnRoll.Reached.NOWHERE);
        return person.saying(details, onRoll.email(), onRoll.phone());
    }

    private Entered changed(
            Caller caller,
            Programme programme,
            Student before,
            Person locked,
            Person.Details details,
            StudentProfile profile,
            Instant now) {
        SeenVersion.refuseUnlessSeen(before.version());
        Reaching reaching = reaching(caller, locked, details, now);
        Student student = before.of(reaching.person());
        WhoseWord.Ruling ruling = WhoseWord.on(caller, programme, student, profile);
        if (student.state() == StudentState.WITHDRAWN) {
            quotas.refuseBeyond(
                    programme, MarketSide.UNIVERSITY, student.person().university(), "student", 0, 1);
        }
        Student changed = student.changed(StudentState.ACTIVE, ruling, now);
        if (changed.version() != student.version()) {
            students.save(changed);
            events.student().changed(changed);
            if (student.profile().consent() && !changed.profile().consent()) {
                offers.studentsWithdrew(List.of(changed));
            }
        }
        noteOnRoll(caller, changed.person(), profile, details);
        List<String> kept = new ArrayList<>(reaching.kept());
        kept.addAll(ruling.kept());
        return new Entered(changed, kept);
    }

    /** Takes the student out of the programme: open offers are rescinded, accepted ones stay. */
    public Student withdraw(Caller caller, String programmeId, String handle) {
        if (!caller.is(Role.UNIVERSITY) && !caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("Only the university and the student themselves withdraw a student.")
                    .asException();
        }
        return transactions.within(() -> {
            Programme programme = programmes.unarchived(caller, programmeId);
            Student found = finding.find(caller, programme.id(), handle);
            people.lockKnown(found.person().id());
            Student student = students.find(found.id()).orElseThrow(() -> notFound(handle));
            SeenVersion.refuseUnlessSeen(student.version());
            Student withdrawn = student.changed(StudentState.WITHDRAWN, student.profile(), clock.instant());
            if (withdrawn.version() != student.version()) {
                students.save(withdrawn);
                events.student().changed(withdrawn);
                offers.studentsWithdrew(List.of(withdrawn));
            }
            return withdrawn;
        });
    }

    private void checkReferences(Programme programme, StudentProfile profile) {
        catalogue.check(
                Kind.SKILL,
                "skills",
                profile.skills().stream().map(SkillLevel::id).toList());
        catalogue.check(Kind.OCCUPATION, "occupations", profile.occupations());
        if (profile.preferences().isEmpty()) {
            return;
        }
        var strangers = internships.strangers(programme.id(), profile.preferences());
        profile.preferences().stream().filter(strangers::contains).findFirst().ifPresent(id -> {
            throw new Refusal.Unprocessable(
                            "not-in-programme",
                            "preferences must name internships of programme (%s).".formatted(programme.id()),
                            "preferences",
                            id,
                            "Use the id of an internship in this programme, or leave it out.",
                            Map.of())
                    .asException();
        });
    }

    /** What a student sends of their school is not looked at. */
    private void checkSchool(Caller caller, StudentProfile profile) {
        String university = caller.org();
        if (caller.is(Role.UNIVERSITY) && university != null) {
            schools.check(university, profile.school());
        }
    }

    private static RuntimeException notFound(String handle) {
        return new Refusal.NotFound("student", handle).asException();
    }
}
