package dev.talentpipeline.internship.person;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds people for those who may act for them: their university, by id or student number, and the person themselves, by id or as {@code me}.
 * To anybody else there is no such person.
 */
public final class FindingPerson {

    private static final String THEMSELVES = "me";

    private final People people;

    public FindingPerson(People people) {
        this.people = people;
    }

    public Person find(Caller caller, String handle) {
        return reached(caller, handle)
                .filter(person -> !person.isErased())
                .orElseThrow(() -> new Refusal.NotFound("person", handle).asException());
    }

    /** The same, also if nothing is known of the person any more. */
    public Optional<Person> reached(Caller caller, String handle) {
        if (!caller.is(Role.UNIVERSITY) && !caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("Only the person themselves and their university act for a person.")
                    .asException();
        }
        if (caller.school() != null) {
            throw new Refusal.Forbidden("A school acts for no person. That is for the university's career centre.")
                    .asException();
        }
        UUID id = Violations.id(handle.equals(THEMSELVES) ? caller.person() : handle);
        String university = caller.org();
        if (id != null) {
            return people.find(id).filter(person -> mayActFor(caller, person));
        }
        return caller.is(Role.UNIVERSITY) && university != null ? people.find(university, handle) : Optional.empty();
    }

    private static boolean mayActFor(Caller caller, Person person) {
        return caller.is(Role.UNIVERSITY, person.university())
                || (caller.is(Role.STUDENT) && person.id().toString().equals(caller.person()));
    }
}
