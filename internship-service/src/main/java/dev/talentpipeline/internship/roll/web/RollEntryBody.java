package dev.talentpipeline.internship.roll.web;

import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.roll.RollFacts;
import org.jspecify.annotations.Nullable;

/** An entry of the roll as it is sent. Dates are read as text, so that all faults can be told at once. */
record RollEntryBody(
        @Nullable String name,
        @Nullable String school,
        @Nullable String major,
        @Nullable String majorCode,
        @Nullable String degree,
        @Nullable String graduatesOn,
        @Nullable String phone,
        @Nullable String email) {

    RollFacts facts(Violations violations) {
        return RollFacts.read(violations, name, school, major, majorCode, degree, graduatesOn, phone, email);
    }
}
