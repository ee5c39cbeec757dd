package dev.talentpipeline.internship.student.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.student.AttestedSkill;
import dev.talentpipeline.internship.student.OwnFact;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentProfile;
import dev.talentpipeline.internship.student.StudentState;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student as it is answered. {@code skills} are what the profile says, and what is matched; {@code attestedSkills} are what completed courses,
 * projects and certificates say. {@code saidByStudent} are the fields that the student has said themselves, {@code kept} those that stayed as they were
 * although something else was sent. Operations sees who is in the market, but not their names, numbers and
 * contacts.
 */
record StudentAnswer(
        UUID id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String number,
        UUID person,
        String programme,
        String university,
        long version,
        StudentState state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String email,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String phone,
        String language,
        Degree degree,
        String major,
        @Nullable LocalDate graduatesOn,
        List<SkillLevel> skills,
        List<AttestedSkillAnswer> attestedSkills,
        List<String> occupations,
        List<String> researchTopics,
        List<String> regions,
        boolean remote,
        LocalDate availableFrom,
        LocalDate availableUntil,
        int daysPerWeek,
        int minimumStipend,
        List<UUID> preferences,
        boolean onlyThese,
        boolean consent,
        boolean consentAwaited,
        List<String> saidByStudent,
        @Nullable String school,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> kept,
        Instant changedAt) {

    /** A skill that somebody attests: {@code record} of a course or project, or {@code certificate}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttestedSkillAnswer(
            String id,
            int level,
            AttestedSkill.Source source,
            @Nullable String record,
            LocalDate completedOn,
            @Nullable CertifiedAnswer certificate) {

        static AttestedSkillAnswer of(AttestedSkill skill, boolean named) {
            return new AttestedSkillAnswer(
                    skill.id(),
                    skill.level(),
                    skill.source(),
                    skill.record(),
                    skill.completedOn(),
                    CertifiedAnswer.of(skill.certificate(), named));
        }
    }

    /** The certificate behind a skill; operations does not see its number. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CertifiedAnswer(
            String occupation, String level, @Nullable String number, boolean verified) {

        static @Nullable CertifiedAnswer of(AttestedSkill.@Nullable Certified certified, boolean named) {
            return certified == null
                    ? null
                    : new CertifiedAnswer(
                            certified.occupation(),
                            certified.level(),
                            named ? certified.number() : null,
                            certified.verified());
        }
    }

    static StudentAnswer of(Student student, List<AttestedSkill> attested, List<String> kept, Caller caller) {
        Person person = student.person();
        StudentProfile profile = student.profile();
        boolean named = !caller.is(Role.OPERATIONS);
        return new StudentAnswer(
                student.id(),
                named ? person.number() : null,
                person.id(),
                student.programme(),
                person.university(),
                student.version(),
                student.state(),
                named ? person.name() : null,
                named ? person.email() : null,
                named ? person.phone() : null,
                person.language().name().toLowerCase(Locale.ROOT),
                profile.degree(),
                profile.major(),
                profile.graduatesOn(),
                profile.skills(),
                attested.stream()
                        .map(skill -> AttestedSkillAnswer.of(skill, named))
                        .toList(),
                profile.occupations(),
                profile.researchTopics(),
                profile.regions(),
                profile.remote(),
                profile.availableFrom(),
                profile.availableUntil(),
                profile.daysPerWeek(),
                profile.minimumStipend(),
                profile.preferences(),
                profile.onlyThese(),
                profile.consent(),
                student.consentAwaited(),
                student.said().stream().map(OwnFact::field).toList(),
                profile.school(),
                kept.isEmpty() ? null : kept,
                student.changedAt());
    }
}
