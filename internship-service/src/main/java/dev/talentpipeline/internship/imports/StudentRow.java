package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Handle;
import dev.talentpipeline.internship.roll.RollEntry;
import dev.talentpipeline.internship.roll.RollFacts;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.internship.student.PostingStudents.Known;
import dev.talentpipeline.internship.student.PostingStudents.Wanted;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of a student, laid over what is known: what it does not say stays, and of somebody new takes the defaults of the API, or what
 * the roll says.
 */
final class StudentRow {

    private StudentRow() {}

    static RollFacts facts(StagedRow row, @Nullable RollEntry known, Violations violations) {
        checkNumber(row, violations);
        Values values = new Values(row.values());
        RollFacts before = known == null ? UNKNOWN : known.facts();
        Degree degree = before.degree();
        LocalDate graduates = before.graduatesOn();
        return RollFacts.read(
                violations,
                values.text("name", known == null ? null : before.name()),
                values.text("school", before.school()),
                values.text("major", before.major()),
                values.text("majorCode", before.majorCode()),
                values.text("degree", degree == null ? null : degree.name()),
                values.text("graduatesOn", graduates == null ? null : graduates.toString()),
                values.text("phone", before.phone()),
                values.text("email", before.email()));
    }

    private static final RollFacts UNKNOWN = new RollFacts("", null, null, null, null, null, null, null);

    private static void checkNumber(StagedRow row, Violations violations) {
        violations.matching("number", row.anchor(), Handle.SHAPE, Handle.REMEDY);
        if (FindingStudent.THEMSELVES.equals(row.anchor())) {
            violations.add("number", row.anchor(), FindingStudent.OTHERS_GIVE_THE_NUMBER);
        }
        if (Violations.id(row.anchor()) != null) {
            violations.add("number", row.anchor(), "Give the student number; this has the shape of an id.");
        }
    }

    /** What is wanted of a student; what the row does not say of somebody new is as on the roll. */
    static Wanted wanted(StagedRow row, @Nullable Known known, @Nullable RollEntry onRoll, Violations violations) {
        Values values = new Values(row.values());
        RollFacts facts = onRoll == null ? null : onRoll.facts();
        return new Wanted(
                details(values, known == null ? null : known.person(), facts, violations),
                profile(values, known == null ? null : known.student(), facts, violations));
    }

    private static Person.Details details(
            Values values, @Nullable Person before, @Nullable RollFacts facts, Violations violations) {
        String name = before != null ? before.name() : facts == null ? null : facts.name();
        String email = before != null ? before.email() : facts == null ? null : facts.email();
        String phone = before != null ? before.phone() : facts == null ? null : facts.phone();
        return new Person.Details(
                violations.text("name", values.text("name", name), 100),
                violations.email("email", values.text("email", email)),
                violations.optionalPhone("phone", values.text("phone", phone)),
                violations.oneOf(
                        "language",
                        values.text(
                                "language",
                                before == null ? null : before.language().name().toLowerCase(Locale.ROOT)),
                        Person.Language.class,
                        Person.Language.ZH));
    }

    private static StudentProfile profile(
            Values values, @Nullable Student known, @Nullable RollFacts facts, Violations violations) {
        StudentProfile before = known == null ? NOTHING : known.profile();
        RollFacts onRoll = facts == null ? UNKNOWN : facts;
        boolean isNew = known == null;
        Degree degree = isNew ? onRoll.degree() : before.degree();
        LocalDate graduates = isNew ? onRoll.graduatesOn() : before.graduatesOn();
        LocalDate from = violations.date(
                "availableFrom",
                values.text(
                        "availableFrom", isNew ? null : before.availableFrom().toString()));
        LocalDate until = violations.date(
                "availableUntil",
                values.text(
                        "availableUntil", isNew ? null : before.availableUntil().toString()));
        if (from.isAfter(until) && !until.equals(LocalDate.EPOCH)) {
            violations.add("availableUntil", until, "Give a date on or after availableFrom (%s).".formatted(from));
        }
        return new StudentProfile(
                violations.oneOf(
                        "degree", values.text("degree", degree == null ? null : degree.name()), Degree.class, null),
                violations.text("major", values.text("major", isNew ? onRoll.major() : before.major()), 100),
                violations.optionalDate(
                        "graduatesOn", values.text("graduatesOn", graduates == null ? null : graduates.toString())),
                violations.items("skills", values.skills("skills", before.skills()), 100),
                violations.texts("occupations", values.texts("occupations", before.occupations()), 50, 64),
                violations.texts("researchTopics", values.texts("researchTopics", before.researchTopics()), 20, 100),
                violations.regions("regions", values.texts("regions", before.regions()), 50),
                values.yes("remote", before.remote()),
                from,
                until,
                violations.within("daysPerWeek", values.whole("daysPerWeek", before.daysPerWeek()), 1, 7, 5),
                violations.within(
                        "minimumStipend", values.whole("minimumStipend", before.minimumStipend()), 0, 1_000_000, 0),
                violations.items("preferences", values.ids("preferences", before.preferences()), 1_000),
                values.yes("onlyThese", before.onlyThese()),
                values.yes("consent", before.consent() || (known != null && known.consentAwaited())),
                violations.optionalText(
                        "school", values.text("school", isNew ? onRoll.school() : before.school()), 100));
    }

    /** What is known of somebody new; the first of it are only here to be replaced. */
    private static final StudentProfile NOTHING = new StudentProfile(
            Degree.ASSOCIATE,
            "",
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            5,
            0,
            List.of(),
            false,
            false,
            null);
}
