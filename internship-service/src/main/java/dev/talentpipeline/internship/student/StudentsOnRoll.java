package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.person.Person;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What universities know of their students, which is kept apart from what goes to a market. */
public interface StudentsOnRoll {

    /** The university has said this of the person, who is locked; within the running transaction. */
    void entered(Person person, StudentProfile profile, Reached reached);

    /** Whether the number may be of that school: it is on the roll as such, or not on it yet. */
    boolean mayBeOf(String school, String university, String number);

    /** What is on the roll under the number. */
    Optional<Known> find(String university, String number);

    /** How a university says that somebody is reached. */
    record Reached(@Nullable String email, @Nullable String phone) {

        public static final Reached NOWHERE = new Reached(null, null);

        public static Reached of(Person.Details details) {
            return new Reached(details.email(), details.phone());
        }
    }

    /** What a university knows; of a profile it is what the student does not say. */
    record Known(
            String name,
            @Nullable String school,
            @Nullable String major,
            @Nullable Degree degree,
            @Nullable LocalDate graduatesOn,
            Reached reached) {}
}
