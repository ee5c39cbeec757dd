package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who acts for one school enters and changes its students only: those who are in no programme as another's, and stay its own. */
final class OwnSchool {

    private OwnSchool() {}

    /**
     * Whether the caller may give the person this profile as far as schools go.
     *
     * @param person null: somebody new
     */
    static boolean allows(Caller caller, Students students, @Nullable Person person, StudentProfile profile) {
        String school = caller.school();
        return school == null
                || (school.equals(profile.school())
                        && (person == null
                                || students.ofPerson(person.id()).stream()
                                        .allMatch(student ->
                                                school.equals(student.profile().school()))));
    }

    static RuntimeException refusal(Caller caller) {
        return new Refusal.Forbidden(remedy(caller)).asException();
    }

    static String remedy(Caller caller) {
        return "school (%s) enters and changes students of its own only, and says so in their school. Others are for the career centre."
                .formatted(caller.school());
    }
}
