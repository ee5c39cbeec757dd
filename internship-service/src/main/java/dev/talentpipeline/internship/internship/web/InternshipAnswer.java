package dev.talentpipeline.internship.internship.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.internship.Hindrance;
import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.InternshipState;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.internship.OpeningAct;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An internship as it is answered. Its reference, seats taken and lists of students are for its company and operations.
 *
 * @param possible what whom it is answered to could do with it now
 */
record InternshipAnswer(
        UUID id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reference,
        String programme,
        String company,
        long version,
        InternshipState state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HindranceAnswer hindrance,
        String title,
        @Nullable String description,
        String occupation,
        @Nullable String region,
        boolean remote,
        LocalDate startsOn,
        LocalDate endsOn,
        int weeks,
        int daysPerWeek,
        int stipend,
        int seats,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer taken,
        Degree minimumDegree,
        List<String> majors,
        List<SkillLevel> requiredSkills,
        List<String> preferredSkills,
        List<String> researchTopics,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> preferences,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean onlyThese,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> excluded,
        @Nullable Instant applyBy,
        @Nullable Instant closesAt,
        Instant changedAt,
        @OnlyInAnswers List<OpeningAct> possible) {

    /**
     * Why it is not open.
     *
     * @param reason code with which it was not approved, for its company and those who decide
     */
    record HindranceAnswer(
            Hindrance code,
            String en,
            String zh,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

        static @Nullable HindranceAnswer of(Internship internship) {
            Hindrance hindrance = internship.hindrance();
            return hindrance == null
                    ? null
                    : new HindranceAnswer(
                            hindrance,
                            hindrance.en(),
                            hindrance.zh(),
                            internship.approval().reason());
        }
    }

    static InternshipAnswer of(Internship internship, Caller caller, List<OpeningAct> possible) {
        Opening opening = internship.opening();
        boolean own = caller.is(Role.OPERATIONS) || caller.is(Role.COMPANY, internship.company());
        return new InternshipAnswer(
                internship.id(),
                own ? internship.reference() : null,
                internship.programme(),
                internship.company(),
                internship.version(),
                internship.state(),
                HindranceAnswer.of(internship),
                opening.title(),
                opening.description(),
                opening.occupation(),
                opening.region(),
                opening.remote(),
                opening.startsOn(),
                opening.endsOn(),
                opening.weeks(),
                opening.daysPerWeek(),
                opening.stipend(),
                opening.seats(),
                own ? internship.taken() : null,
                opening.minimumDegree(),
                opening.majors(),
                opening.requiredSkills(),
                opening.preferredSkills(),
                opening.researchTopics(),
                own ? opening.preferences() : null,
                own ? opening.onlyThese() : null,
                own ? opening.excluded() : null,
                opening.applyBy(),
                internship.closesAt(),
                internship.changedAt(),
                possible);
    }
}
