package dev.talentpipeline.internship.joint.web;

import dev.talentpipeline.internship.catalogue.web.SkillLevelBody;
import dev.talentpipeline.internship.joint.JointRecord.Content;
import dev.talentpipeline.internship.joint.JointRecord.Kind;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.web.IdLists;
import dev.talentpipeline.kit.description.Described;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project or course as it is sent. Dates are read as text, so that all faults can be told at once. */
record JointRecordBody(
        @Described(as = Kind.class, required = true) @Nullable String kind,

        @Described(required = true) @Nullable String titleZh,
        @Described(required = true) @Nullable String titleEn,
        @Nullable String description,
        @Described(required = true) @Nullable String organisation,

        @Described(as = LocalDate.class, required = true) @Nullable String startsOn,

        @Described(as = LocalDate.class, required = true) @Nullable String endsOn,

        @Nullable List<@Nullable SkillLevelBody> skills,
        @Nullable List<@Nullable String> internships) {

    Content content(Violations violations) {
        LocalDate starts = violations.date("startsOn", startsOn);
        LocalDate ends = violations.date("endsOn", endsOn);
        if (starts.isAfter(ends) && !ends.equals(LocalDate.EPOCH)) {
            violations.add("endsOn", endsOn, "Give a date on or after startsOn (%s).".formatted(starts));
        }
        return new Content(
                violations.oneOf("kind", kind, Kind.class, null),
                violations.text("titleZh", titleZh, 200),
                violations.text("titleEn", titleEn, 200),
                violations.optionalText("description", description, 10_000),
                violations.text("organisation", organisation, 100),
                starts,
                ends,
                SkillLevelBody.read(violations, "skills", skills),
                IdLists.read(violations, "internships", internships));
    }
}
