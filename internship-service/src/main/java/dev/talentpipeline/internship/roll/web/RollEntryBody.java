package dev.talentpipeline.internship.roll.web;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.roll.RollFacts;
import dev.talentpipeline.kit.description.Described;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of the roll as it is sent. Dates are read as text, so that all faults can be told at once. */
record RollEntryBody(
        @Described(required = true) @Nullable String name,
        @Nullable String school,
        @Nullable String major,
        @Nullable String majorCode,
        @Described(as = Degree.class) @Nullable String degree,
        @Described(as = LocalDate.class) @Nullable String graduatesOn,
        @Nullable String phone,
        @Nullable String email) {

    RollFacts facts(Violations violations) {
        return RollFacts.read(violations, name, school, major, majorCode, degree, graduatesOn, phone, email);
    }
}
