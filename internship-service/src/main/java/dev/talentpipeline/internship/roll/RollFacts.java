package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.student.StudentsOnRoll;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a university knows of its student.
 *
 * @param school of the university, by its id; null: none, or not known
 * @param majorCode of the ministry's list of majors, such as {@code 080901}
 */
public record RollFacts(
        String name,
        @Nullable String school,
        @Nullable String major,
        @Nullable String majorCode,
        @Nullable Degree degree,
        @Nullable LocalDate graduatesOn,
        @Nullable String phone,
        @Nullable String email) {

    private static final Pattern MAJOR_CODE = Pattern.compile("[0-9A-Z]{4,10}");

    /** Reads the facts as they are sent, under the names that the fields have here. */
    public static RollFacts read(
            Violations violations,
            @Nullable String name,
            @Nullable String school,
            @Nullable String major,
            @Nullable String majorCode,
            @Nullable String degree,
            @Nullable String graduatesOn,
            @Nullable String phone,
            @Nullable String email) {
        return new RollFacts(
                violations.text("name", name, 100),
                violations.optionalText("school", school, 100),
                violations.optionalText("major", major, 100),
                majorCode == null
                        ? null
                        : violations.matching(
                                "majorCode",
                                majorCode,
                                MAJOR_CODE,
                                "Give the code of the list of majors, 4 to 10 digits and capital letters such as 080901."),
                degree == null ? null : violations.oneOf("degree", degree, Degree.class, null),
                violations.optionalDate("graduatesOn", graduatesOn),
                violations.optionalPhone("phone", phone),
                email == null ? null : violations.email("email", email));
    }

    /** What of it concerns a student's profiles, and how they are reached. */
    StudentsOnRoll.Known known() {
        return new StudentsOnRoll.Known(name, school, major, degree, graduatesOn, reached());
    }

    StudentsOnRoll.Reached reached() {
        return new StudentsOnRoll.Reached(email, phone);
    }
}
