package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.person.Person;
import java.time.Instant;
import java.util.UUID;

/**
 * A person in a programme. Its changes are made under the person's lock.
 *
 * @param id random, without meaning
 * @param version grows by 1 with every change of state or profile
 */
public record Student(
        UUID id,
        String programme,
        Person person,
        long version,
        StudentState state,
        StudentProfile profile,
        Instant changedAt) {

    /** This student with another state and profile, one version on; itself if nothing differs. */
    public Student changed(StudentState toState, StudentProfile toProfile, Instant now) {
        return toState == state && toProfile.equals(profile)
                ? this
                : new Student(id, programme, person, version + 1, toState, toProfile, now);
    }

    /** This student out of the market until somebody acts for them; itself unless it was in it. */
    public Student paused(Instant now) {
        return state == StudentState.ACTIVE ? changed(StudentState.PAUSED, profile, now) : this;
    }

    /** The same student under a version that tells them anew. */
    Student toldAs(long told, Instant now) {
        return new Student(id, programme, person, told, state, profile, now);
    }

    Student of(Person newest) {
        return new Student(id, programme, newest, version, state, profile, changedAt);
    }
}
