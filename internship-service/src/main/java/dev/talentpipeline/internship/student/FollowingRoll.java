package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.student.StudentsOnRoll.Known;
import dev.talentpipeline.internship.student.StudentsOnRoll.Reached;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Has what a university changes on its roll follow into its student's profiles, and into how they are reached unless the student has said
 * otherwise. Runs within the transaction that changes the roll, under the person's lock.
 */
public final class FollowingRoll {

    private final People people;
    private final Students students;
    private final PostingStudent.Events events;
    private final Clock clock;

    FollowingRoll(People people, Students students, PostingStudent.Events events, Clock clock) {
        this.people = people;
        this.students = students;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Brings the person and their profiles up to the roll.
     *
     * @param before how the university said until now that the person is reached
     */
    public void follow(Person locked, Reached before, Known now) {
        Instant at = clock.instant();
        Person person = reached(locked, before, now, at);
        for (Student found : students.ofPerson(person.id())) {
            Student student = found.of(person);
            Student changed = student.changed(student.state(), student.profile().onRoll(now), at);
            if (changed.version() != student.version()) {
                students.save(changed);
                events.student().changed(changed);
            }
        }
    }

    private Person reached(Person person, Reached before, Known now, Instant at) {
        String email = now.reached().email();
        String reached =
                email == null || person.said().email() || email.equals(before.email()) ? person.email() : email;
        boolean phoneFollows = !person.said().phone()
                && !Objects.equals(before.phone(), now.reached().phone());
        Person.Details details = new Person.Details(
                now.name(), reached, phoneFollows ? now.reached().phone() : person.phone(), person.language());
        if (details.equals(person.details())) {
            return person;
        }
        Person changed = person.reachedBy(details, at);
        people.save(changed);
        events.contact().changed(changed);
        return changed;
    }
}
