package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.person.Person;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A person in a programme. Its changes are made under the person's lock.
 *
 * @param id random, without meaning
 * @param version grows by 1 with every change
 * @param said what of the profile the student has said themselves
 * @param consentAwaited whether the university has recorded a consent that counts only once the student says so
 */
public record Student(
        UUID id,
        String programme,
        Person person,
        long version,
        StudentState state,
        StudentProfile profile,
        Set<OwnFact> said,
        boolean consentAwaited,
        Instant changedAt) {

    public Student {
        said = said.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(said));
    }

    /** This student with another state and profile, one version on; itself if nothing differs. */
    public Student changed(StudentState toState, StudentProfile toProfile, Instant now) {
        return changed(toState, toProfile, said, consentAwaited, now);
    }

    /** This student as it was ruled, one version on; itself if nothing differs. */
    Student changed(StudentState toState, WhoseWord.Ruling ruling, Instant now) {
        return changed(toState, ruling.profile(), ruling.said(), ruling.consentAwaited(), now);
    }

    /** This student as the consent was decided on, by themselves or by their university. */
    Student consenting(boolean given, boolean themselves, Instant now) {
        Set<OwnFact> nowSaid = new HashSet<>(said);
        if (themselves) {
            nowSaid.add(OwnFact.CONSENT);
        }
        return changed(state, profile.consenting(given), nowSaid, false, now);
    }

    private Student changed(
            StudentState toState, StudentProfile toProfile, Set<OwnFact> toSaid, boolean toAwaited, Instant now) {
        return toState == state && toProfile.equals(profile) && toSaid.equals(said) && toAwaited == consentAwaited
                ? this
                : new Student(id, programme, person, version + 1, toState, toProfile, toSaid, toAwaited, now);
    }

    /** This student out of the market until somebody acts for them; itself unless it was in it. */
    public Student paused(Instant now) {
        return state == StudentState.ACTIVE ? changed(StudentState.PAUSED, profile, now) : this;
    }

    /** The same student under a version that tells them anew. */
    Student toldAs(long told, Instant now) {
        return new Student(id, programme, person, told, state, profile, said, consentAwaited, now);
    }

    Student of(Person newest) {
        return new Student(id, programme, newest, version, state, profile, said, consentAwaited, changedAt);
    }
}
