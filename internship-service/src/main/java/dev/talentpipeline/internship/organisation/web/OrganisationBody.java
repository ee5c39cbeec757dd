package dev.talentpipeline.internship.organisation.web;

import dev.talentpipeline.internship.organisation.CreditCode;
import dev.talentpipeline.internship.organisation.CreditCode.Reading;
import dev.talentpipeline.internship.organisation.Organisation.Kind;
import dev.talentpipeline.internship.organisation.Organisation.Language;
import dev.talentpipeline.internship.organisation.Organisation.Profile;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import org.jspecify.annotations.Nullable;

/** An organisation as it is sent. */
record OrganisationBody(
        @Described(as = Kind.class, required = true) @Nullable String kind,

        @Described(required = true) @Nullable String nameZh,
        @Described(required = true) @Nullable String nameEn,
        @Nullable String creditCode,
        @Described(required = true) @Nullable String contactEmail,
        @Nullable String language) {

    Profile profile(Violations violations) {
        return new Profile(
                violations.text("nameZh", nameZh, 200),
                violations.text("nameEn", nameEn, 200),
                violations.email("contactEmail", contactEmail),
                violations.oneOf("language", language, Language.class, Language.ZH));
    }

    /** The code that a company must have and a university must not; null if it has none. */
    @Nullable CreditCode code(Violations violations) {
        return switch (violations.oneOf("kind", kind, Kind.class, null)) {
            case UNIVERSITY -> {
                if (creditCode != null) {
                    violations.add("creditCode", creditCode, "Leave it out: only companies are entered under theirs.");
                }
                yield null;
            }
            case COMPANY -> companyCode(violations);
        };
    }

    private @Nullable CreditCode companyCode(Violations violations) {
        if (creditCode == null || creditCode.isBlank()) {
            violations.add("creditCode", creditCode, "Give the company's unified social credit code of 18 characters.");
            return null;
        }
        return switch (CreditCode.read(creditCode)) {
            case Reading.Sound(var code) -> code;
            case Reading.Faulty(var remedies) -> {
                remedies.forEach(remedy -> violations.add("creditCode", creditCode, remedy));
                yield null;
            }
        };
    }
}
