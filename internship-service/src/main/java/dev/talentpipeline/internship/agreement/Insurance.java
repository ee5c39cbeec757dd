package dev.talentpipeline.internship.agreement;

/** The insurance that covers the student during the internship. */
public record Insurance(String insurer, String policyNumber, Payer paidBy) {

    /** Who pays for it. */
    public enum Payer {
        UNIVERSITY,
        COMPANY,
        STUDENT
    }
}
