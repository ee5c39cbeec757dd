package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.person.ContactEvents;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.programme.KeepingQuotas;
import dev.talentpipeline.internship.programme.MarketSide;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Enters or changes many students of one university by the rules of {@link PostingStudent}, with a few statements for all of them. It
 * changes what is known of a student, never whether they are in the market: who is paused or withdrawn stays so. Its caller
 * brings the transaction, the same for all parts of a cohort.
 */
public final class PostingStudents {

    private final KeepingQuotas quotas;
    private final People people;
    private final Students students;
    private final OffersOfStudent offers;
    private final StudentEvents studentEvents;
    private final ContactEvents contactEvents;
    private final Clock clock;
    private final Supplier<UUID> ids;

    PostingStudents(
            KeepingQuotas quotas,
            People people,
            Students students,
            OffersOfStudent offers,
            PostingStudent.Events events,
            Clock clock,
            Supplier<UUID> ids) {
        this.quotas = quotas;
        this.people = people;
        this.students = students;
        this.offers = offers;
        this.studentEvents = events.student();
        this.contactEvents = events.contact();
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What is known under a number.
     *
     * @param student the person in the programme; null: not in it
     */
    public record Known(Person person, @Nullable Student student) {}

    /** What is to be known of a student. */
    public record Wanted(Person.Details details, StudentProfile profile) {}

    /** A student to be entered or changed; what is wanted is asked for under the person's lock, with what is known then. */
    public interface Entry {

        String number();

        Wanted wanted(@Nullable Known known);
    }

    /** How an entry ends. */
    public enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /** The university as which the caller enters students; refused unless it may. */
    public String university(Caller caller, Programme programme) {
        String university = caller.org();
        if (!caller.is(Role.UNIVERSITY) || university == null || !programme.admitsUniversity(university)) {
            throw new Refusal.Forbidden("Only universities that are members of the programme enter students.")
                    .asException();
        }
        return university;
    }

    /** What is known under each of the numbers; nothing under those that are missing. */
    public Map<String, Known> known(Programme programme, String university, Collection<String> numbers) {
        return known(programme, people.ofNumbers(university, numbers));
    }

    private Map<String, Known> known(Programme programme, List<Person> found) {
        Map<UUID, Student> enrolled =
                students.ofPeople(programme.id(), found.stream().map(Person::id).toList());
        return found.stream().collect(Collectors.toMap(Person::number, person -> {
            Student student = enrolled.get(person.id());
            return new Known(person, student == null ? null : student.of(person));
        }));
    }

    /** Why somebody who acts for one school may not enter or change this one; empty where nothing is in the way. */
    public Optional<String> otherSchool(Caller caller, @Nullable Known known, Wanted wanted) {
        return OwnSchool.allows(caller, students, known == null ? null : known.person(), wanted.profile())
                ? Optional.empty()
                : Optional.of(OwnSchool.remedy(caller));
    }

    /** How the entry would end if nothing changed meanwhile, and what would stay as it is, whatever the row says. */
    public record Foreseen(Outcome outcome, List<String> kept) {}

    public Foreseen foresee(Caller caller, Programme programme, @Nullable Known known, Wanted wanted) {
        if (known == null) {
            return new Foreseen(Outcome.NEW, List.of());
        }
        Student student = known.student();
        Person.Details details = WhoseWord.reached(caller, known.person(), wanted.details());
        List<String> kept = new ArrayList<>(WhoseWord.kept(details, wanted.details()));
        if (student == null) {
            return new Foreseen(Outcome.NEW, kept);
        }
        WhoseWord.Ruling ruling = WhoseWord.on(caller, programme, student, wanted.profile());
        kept.addAll(ruling.kept());
        boolean same = details.equals(known.person().details())
                && student.changed(student.state(), ruling, student.changedAt()).equals(student);
        return new Foreseen(same ? Outcome.UNCHANGED : Outcome.CHANGED, kept);
    }

    /** The same, with everybody whom it knows locked, in one order for everybody; to come before anything else of a part. */
    public Map<String, Known> locked(Programme programme, String university, Collection<String> numbers) {
        return known(programme, people.lockAll(university, numbers));
    }

    /** Must come before the first {@link #post} of a transaction. */
    public void begin(Programme programme, String university) {
        quotas.begin(programme, MarketSide.UNIVERSITY, university);
    }

    /**
     * How a part ended.
     *
     * @param outcomes of each number
     * @param leaving who is not in the market any more, to be given to {@link #end}
     */
    public record Ended(Map<String, Outcome> outcomes, List<Student> leaving) {

        public Ended {
            outcomes = Map.copyOf(outcomes);
            leaving = List.copyOf(leaving);
        }
    }

    /** Enters or changes all of them within the running transaction. */
    public Ended post(Caller caller, Programme programme, String university, List<? extends Entry> entries) {
        Map<String, Entry> waiting = new HashMap<>();
        entries.forEach(entry -> waiting.put(entry.number(), entry));
        Batch batch = new Batch(caller, programme);
        while (!waiting.isEmpty()) {
            // Who is there is locked first; somebody who is entered by others in this very moment is waited for, and
            // met in the next turn.
            Map<String, Known> known = known(programme, people.lockAll(university, waiting.keySet()));
            known.forEach((number, there) -> batch.decide(entry(waiting, number), there));
            List<Person> strangers = waiting.values().stream()
                    .sorted((one, other) -> one.number().compareTo(other.number()))
                    .map(entry -> batch.stranger(university, entry))
                    .toList();
            for (Person entered : people.addAll(strangers)) {
                batch.entered(entered, entry(waiting, entered.number()));
            }
        }
        return batch.write();
    }

    private static Entry entry(Map<String, Entry> waiting, String number) {
        Entry entry = waiting.remove(number);
        if (entry == null) {
            throw new IllegalStateException("number (%s) must be one that was asked for.".formatted(number));
        }
        return entry;
    }

    /**
     * Must come after the last {@link #post} of a transaction: takes back the open offers of everybody who is leaving. It locks internships, and whoever
     * decides on an offer locks its person before that; so no person may be locked after it.
     */
    public void end(List<Student> leaving) {
        if (!leaving.isEmpty()) {
            offers.studentsWithdrew(leaving);
        }
    }

    /** What is to be written of one part of a cohort. */
    private final class Batch {

        private final Caller caller;
        private final Programme programme;
        private final Instant now = clock.instant();
        private final Map<String, Outcome> outcomes = new HashMap<>();
        private final Map<String, Wanted> wantedOfStrangers = new HashMap<>();
        private final List<Person> peopleEntered = new ArrayList<>();
        private final List<Person> peopleChanged = new ArrayList<>();
        private final List<Student> entered = new ArrayList<>();
        private final List<Student> changed = new ArrayList<>();
        private final List<Student> leaving = new ArrayList<>();

        Batch(Caller caller, Programme programme) {
            this.caller = caller;
            this.programme = programme;
        }

        Person stranger(String university, Entry entry) {
            Wanted wanted = entry.wanted(null);
            refuseOtherSchools(null, wanted);
            wantedOfStrangers.put(entry.number(), wanted);
            return new Person(
                    ids.get(),
                    university,
                    entry.number(),
                    1,
                    wanted.details().name(),
                    wanted.details().email(),
                    wanted.details().phone(),
                    wanted.details().language(),
                    Person.Said.NOTHING,
                    now);
        }

        void entered(Person person, Entry entry) {
            peopleEntered.add(person);
            Wanted wanted = wantedOfStrangers.get(entry.number());
            enrol(person, wanted == null ? entry.wanted(null) : wanted);
        }

        private void refuseOtherSchools(@Nullable Person person, Wanted wanted) {
            if (!OwnSchool.allows(caller, students, person, wanted.profile())) {
                throw OwnSchool.refusal(caller);
            }
        }

        private void enrol(Person person, Wanted wanted) {
            WhoseWord.Ruling ruling = WhoseWord.on(caller, programme, null, wanted.profile());
            entered.add(new Student(
                    ids.get(),
                    programme.id(),
                    person,
                    1,
                    StudentState.ACTIVE,
                    ruling.profile(),
                    ruling.said(),
                    ruling.consentAwaited(),
                    now));
            outcomes.put(person.number(), Outcome.NEW);
        }

        void decide(Entry entry, Known known) {
            Wanted wanted = entry.wanted(known);
            refuseOtherSchools(known.person(), wanted);
            Person person = known.person();
            Person.Details details = WhoseWord.reached(caller, person, wanted.details());
            boolean reachedAnew = !details.equals(person.details());
            if (reachedAnew) {
                person = person.reachedBy(details, now);
                peopleChanged.add(person);
            }
            Student student = known.student();
            if (student == null) {
                enrol(person, wanted);
                return;
            }
            Student standing = student.of(person);
            WhoseWord.Ruling ruling = WhoseWord.on(caller, programme, standing, wanted.profile());
            Student after = standing.changed(student.state(), ruling, now);
            if (after.version() != student.version()) {
                changed.add(after);
                if (student.profile().consent() && !after.profile().consent()) {
                    leaving.add(after);
                }
            }
            outcomes.put(
                    person.number(),
                    reachedAnew || after.version() != student.version() ? Outcome.CHANGED : Outcome.UNCHANGED);
        }

        Ended write() {
            if (!entered.isEmpty()) {
                quotas.refuseBeyond(
                        programme,
                        MarketSide.UNIVERSITY,
                        entered.getFirst().person().university(),
                        "students",
                        0,
                        entered.size());
            }
            people.saveAll(peopleChanged);
            students.addAll(entered);
            students.saveAll(changed);
            List<Person> reached = new ArrayList<>(peopleEntered);
            reached.addAll(peopleChanged);
            contactEvents.changedAll(reached);
            List<Student> told = new ArrayList<>(entered);
            told.addAll(changed);
            studentEvents.changedAll(told);
            return new Ended(outcomes, leaving);
        }
    }
}
