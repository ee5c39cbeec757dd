package dev.talentpipeline.internship.destination.web;

import dev.talentpipeline.internship.destination.Destination.Codes;
import dev.talentpipeline.internship.destination.Destination.Evidence;
import dev.talentpipeline.internship.destination.Destination.Facts;
import dev.talentpipeline.internship.destination.EvidenceKind;
import dev.talentpipeline.internship.destination.RecordingDestination;
import dev.talentpipeline.internship.destination.RecordingDestination.Asked;
import dev.talentpipeline.internship.organisation.CreditCode;
import dev.talentpipeline.internship.organisation.CreditCode.Reading.Faulty;
import dev.talentpipeline.internship.organisation.CreditCode.Reading.Sound;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A destination as it is sent.
 *
 * @param replaces the id of the one that holds until now
 */
record DestinationBody(
        @Described(required = true) @Nullable String kind,

        @Described(as = LocalDate.class, required = true) @Nullable String since,

        @Nullable String organisation,
        @Nullable String creditCode,
        @Nullable String industryCode,
        @Nullable String positionCode,
        @Nullable String region,
        @Nullable String occupation,
        @Nullable String title,
        @Nullable EvidenceBody evidence,
        @Described(as = UUID.class) @Nullable String replaces) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,16}");
    private static final Pattern LISTED = Pattern.compile("[A-Za-z0-9.-]{1,16}");
    private static final int LONGEST = 200;

    /** What proves it. */
    record EvidenceBody(
            @Described(as = EvidenceKind.class, required = true) @Nullable String kind,

            @Described(required = true) @Nullable String document) {

        Evidence evidence(Violations violations) {
            RecordingDestination.refuseInternship(kind);
            return new Evidence(
                    violations.oneOf("evidence.kind", kind, EvidenceKind.class, null),
                    violations.text("evidence.document", document, LONGEST));
        }
    }

    Asked asked(Violations violations) {
        return new Asked(
                violations.matching("kind", kind, CODE, "Give a code of the table of destinations, such as 10."),
                new Facts(
                        violations.date("since", since),
                        violations.optionalText("organisation", organisation, LONGEST),
                        new Codes(
                                creditCode(violations),
                                code(violations, "industryCode", industryCode),
                                code(violations, "positionCode", positionCode)),
                        violations.optionalRegion("region", region),
                        violations.optionalText("occupation", occupation, LONGEST),
                        violations.optionalText("title", title, LONGEST),
                        evidence == null ? null : evidence.evidence(violations)),
                replaces(violations));
    }

    private @Nullable String creditCode(Violations violations) {
        if (creditCode == null) {
            return null;
        }
        return switch (CreditCode.read(creditCode)) {
            case Sound(CreditCode code) -> code.value();
            case Faulty(List<String> remedies) -> {
                remedies.forEach(remedy -> violations.add("creditCode", creditCode, remedy));
                yield null;
            }
        };
    }

    private static @Nullable String code(Violations violations, String field, @Nullable String value) {
        return value == null
                ? null
                : violations.matching(
                        field, value, LISTED, "Give a code of the list that your table goes by, such as I65.");
    }

    private @Nullable UUID replaces(Violations violations) {
        if (replaces == null) {
            return null;
        }
        UUID id = Violations.id(replaces);
        if (id == null) {
            violations.add("replaces", replaces, "Give the id of the destination that holds until now.");
        }
        return id;
    }
}
