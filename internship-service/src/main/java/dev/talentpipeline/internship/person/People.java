package dev.talentpipeline.internship.person;

import dev.talentpipeline.internship.refusal.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people known, each with a lock that is the first to take of everything that concerns them. */
public interface People {

    Optional<Person> find(UUID id);

    Optional<Person> find(String university, String number);

    /** The person of that number, locked; entered first if there is none. */
    Entered lockOrEnter(String university, String number, Person.Details details, Person.Said said, Instant now);

    /** Those of the numbers that somebody has. */
    List<Person> ofNumbers(String university, Collection<String> numbers);

    /** The same, each locked, in one order for everybody. */
    List<Person> lockAll(String university, Collection<String> numbers);

    /**
     * Enters those whose numbers nobody has. One that others enter at this moment is waited for and left out.
     *
     * @param all in one order for everybody, such as that of their numbers
     * @return those who were entered
     */
    List<Person> addAll(List<Person> all);

    /** Locks the person and gives their newest state. */
    Optional<Person> lock(UUID id);

    /**
     * Locks the person for something to be written about them. Refused where they were erased: nothing would erase it.
     *
     * @throws dev.talentpipeline.internship.refusal.RefusedException if nothing is known of the person, or any more
     */
    default Person lockKnown(UUID id) {
        Person person = lock(id).orElseThrow(() -> new Refusal.NotFound("person", id.toString()).asException());
        if (person.isErased()) {
            throw new Refusal.Conflict(
                            "person-erased",
                            "The person behind this was erased, and nothing is entered about them any more.",
                            Map.of())
                    .asException();
        }
        return person;
    }

    /** Locks all of them, in one order for everybody. */
    void lockAll(Collection<UUID> ids);

    /** Locks the person unless somebody else holds the lock; says whether it did. */
    boolean lockUnlessBusy(UUID id);

    void save(Person person);

    void saveAll(List<Person> all);

    /** Every programme that the person is a student in. */
    List<Enrolment> enrolments(UUID person);

    void recordAccess(UUID person, String university, String subject, Instant at);

    /** A locked person, and whether they are new. */
    record Entered(Person person, boolean created) {}

    /** A person as a student of a programme. */
    record Enrolment(String programme, UUID student, String state) {}
}
