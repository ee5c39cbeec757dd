package dev.talentpipeline.internship.student.web;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.catalogue.web.SkillLevelBody;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.web.IdLists;
import dev.talentpipeline.internship.student.StudentProfile;
import dev.talentpipeline.kit.description.Described;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A student as it is sent. Dates are read as text, so that all faults can be told at once. */
record StudentBody(
        @Described(required = true) @Nullable String name,
        @Described(required = true) @Nullable String email,
        @Nullable String phone,
        @Nullable String language,

        @Described(as = Degree.class, required = true) @Nullable String degree,

        @Described(required = true) @Nullable String major,
        @Described(as = LocalDate.class) @Nullable String graduatesOn,
        @Nullable List<@Nullable SkillLevelBody> skills,
        @Nullable List<@Nullable String> occupations,
        @Nullable List<@Nullable String> researchTopics,
        @Nullable List<@Nullable String> regions,
        @Nullable Boolean remote,

        @Described(as = LocalDate.class, required = true) @Nullable String availableFrom,

        @Described(as = LocalDate.class, required = true) @Nullable String availableUntil,

        @Nullable Integer daysPerWeek,
        @Nullable Integer minimumStipend,
        @Nullable List<@Nullable String> preferences,
        @Nullable Boolean onlyThese,
        @Nullable Boolean consent,
        @Nullable String school) {

    Person.Details details(Violations violations) {
        return new Person.Details(
                violations.text("name", name, 100),
                violations.email("email", email),
                violations.optionalPhone("phone", phone),
                violations.oneOf("language", language, Person.Language.class, Person.Language.ZH));
    }

    StudentProfile profile(Violations violations) {
        LocalDate from = violations.date("availableFrom", availableFrom);
        LocalDate until = violations.date("availableUntil", availableUntil);
        if (from.isAfter(until) && !until.equals(LocalDate.EPOCH)) {
            violations.add(
                    "availableUntil", availableUntil, "Give a date on or after availableFrom (%s).".formatted(from));
        }
        return new StudentProfile(
                violations.oneOf("degree", degree, Degree.class, null),
                violations.text("major", major, 100),
                violations.optionalDate("graduatesOn", graduatesOn),
                SkillLevelBody.read(violations, "skills", skills),
                violations.texts("occupations", occupations, 50, 64),
                violations.texts("researchTopics", researchTopics, 20, 100),
                violations.regions("regions", regions, 50),
                remote != null && remote,
                from,
                until,
                violations.within("daysPerWeek", daysPerWeek, 1, 7, 5),
                violations.within("minimumStipend", minimumStipend, 0, 1_000_000, 0),
                IdLists.read(violations, "preferences", preferences),
                onlyThese != null && onlyThese,
                consent != null && consent,
                violations.optionalText("school", school, 100));
    }
}
