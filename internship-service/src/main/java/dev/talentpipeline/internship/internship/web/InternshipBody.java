package dev.talentpipeline.internship.internship.web;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.catalogue.web.SkillLevelBody;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.web.IdLists;
import dev.talentpipeline.kit.description.Described;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An internship as it is sent. Dates are read as text, so that all faults can be told at once. */
record InternshipBody(
        @Described(required = true) @Nullable String title,
        @Nullable String description,
        @Described(required = true) @Nullable String occupation,
        @Nullable String region,
        @Nullable Boolean remote,

        @Described(as = LocalDate.class, required = true) @Nullable String startsOn,

        @Described(required = true) @Nullable Integer weeks,
        @Nullable Integer daysPerWeek,
        @Nullable Integer stipend,
        @Nullable Integer seats,
        @Described(as = Degree.class) @Nullable String minimumDegree,
        @Nullable List<@Nullable String> majors,
        @Nullable List<@Nullable SkillLevelBody> requiredSkills,
        @Nullable List<@Nullable String> preferredSkills,
        @Nullable List<@Nullable String> researchTopics,
        @Nullable List<@Nullable String> preferences,
        @Nullable Boolean onlyThese,
        @Nullable List<@Nullable String> excluded,
        @Described(as = Instant.class) @Nullable String applyBy) {

    private static final int MOST_SEATS = 10_000;

    Opening opening(Violations violations) {
        boolean isRemote = remote != null && remote;
        if (region == null && !isRemote) {
            violations.add("region", null, "Give a region such as CN-BJ, or make it remote.");
        }
        List<UUID> listed = IdLists.read(violations, "preferences", preferences);
        List<UUID> barred = IdLists.read(violations, "excluded", excluded);
        barred.stream()
                .filter(listed::contains)
                .forEach(id ->
                        violations.add("excluded", id, "List a student in preferences or in excluded, not in both."));
        return new Opening(
                violations.text("title", title, 200),
                violations.optionalText("description", description, 10_000),
                violations.text("occupation", occupation, 64),
                violations.optionalRegion("region", region),
                isRemote,
                violations.date("startsOn", startsOn),
                violations.within("weeks", weeks, 1, 156, null),
                violations.within("daysPerWeek", daysPerWeek, 1, 7, 5),
                violations.within("stipend", stipend, 0, 1_000_000, 0),
                violations.within("seats", seats, 1, MOST_SEATS, 1),
                violations.oneOf("minimumDegree", minimumDegree, Degree.class, Degree.ASSOCIATE),
                violations.texts("majors", majors, 100, 100),
                SkillLevelBody.read(violations, "requiredSkills", requiredSkills),
                violations.texts("preferredSkills", preferredSkills, 100, 64),
                violations.texts("researchTopics", researchTopics, 20, 100),
                listed,
                onlyThese != null && onlyThese,
                barred,
                violations.optionalInstant("applyBy", applyBy));
    }
}
