package dev.talentpipeline.internship.agreement.web;

import dev.talentpipeline.internship.agreement.DraftingAgreement.EmploymentDraft;
import dev.talentpipeline.internship.agreement.DraftingAgreement.InternshipDraft;
import dev.talentpipeline.internship.agreement.Insurance;
import dev.talentpipeline.internship.agreement.Insurance.Payer;
import dev.talentpipeline.internship.agreement.SigningAgreement.Asked;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is sent about agreements. */
final class AgreementBodies {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_REVISIONS = 100_000;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private AgreementBodies() {}

    /** The insurance, as it is sent. */
    record InsuranceBody(
            @Described(required = true) @Nullable String insurer,
            @Described(required = true) @Nullable String policyNumber,

            @Described(as = Payer.class, required = true) @Nullable String paidBy) {

        private Insurance insurance(Violations violations) {
            return new Insurance(
                    violations.text("insurance.insurer", insurer, LONGEST_NAME),
                    violations.text("insurance.policyNumber", policyNumber, LONGEST_NUMBER),
                    violations.oneOf("insurance.paidBy", paidBy, Payer.class, null));
        }
    }

    /**
     * An internship agreement, as it is sent.
     *
     * @param startsOn first day; left out: the offer's, as with the next two
     * @param mentor who guides the student at the company
     * @param supervisor who guides the student at the university
     */
    record InternshipAgreementBody(
            @Described(required = true) @Nullable String number,
            @Described(as = LocalDate.class) @Nullable String startsOn,
            @Described(as = LocalDate.class) @Nullable String endsOn,
            @Nullable Integer daysPerWeek,
            @Described(required = true) @Nullable InsuranceBody insurance,
            @Described(required = true) @Nullable String mentor,
            @Described(required = true) @Nullable String supervisor) {

        InternshipDraft draft(Violations violations) {
            InsuranceBody insured = insurance == null ? new InsuranceBody(null, null, null) : insurance;
            return new InternshipDraft(
                    violations.text("number", number, LONGEST_NUMBER),
                    violations.optionalDate("startsOn", startsOn),
                    violations.optionalDate("endsOn", endsOn),
                    daysPerWeek == null ? null : violations.within("daysPerWeek", daysPerWeek, 1, 7, null),
                    insured.insurance(violations),
                    violations.text("mentor", mentor, LONGEST_NAME),
                    violations.text("supervisor", supervisor, LONGEST_NAME));
        }
    }

    /** An employment agreement, as it is sent; title and first day are those of the accepted job offer. */
    record EmploymentAgreementBody(
            @Described(required = true) @Nullable String number,

            @Described(required = true) @Nullable String workplace) {

        EmploymentDraft draft(Violations violations) {
            return new EmploymentDraft(
                    violations.text("number", number, LONGEST_NUMBER),
                    violations.text("workplace", workplace, LONGEST_PLACE));
        }
    }

    /**
     * A signature, as it is sent.
     *
     * @param signedOn the day on the paper
     * @param scanHash SHA-256 of the signed scan
     * @param revision the text that was read; left out: whichever is there
     */
    record SignatureBody(
            @Described(as = LocalDate.class, required = true) @Nullable String signedOn,

            @Nullable String scanHash,
            @Nullable Integer revision) {

        Asked asked(Violations violations) {
            return new Asked(
                    violations.date("signedOn", signedOn),
                    scanHash == null
                            ? null
                            : violations.matching(
                                    "scanHash",
                                    scanHash,
                                    SHA_256,
                                    "Give the SHA-256 of the signed scan as 64 digits and letters a to f."),
                    revision == null ? null : violations.within("revision", revision, 1, MOST_REVISIONS, null));
        }
    }
}
