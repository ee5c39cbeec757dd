package dev.talentpipeline.internship.organisation;

/** What is decided about a company, by the name under which it is asked for. */
public enum CompanyDecision {
    /** Lifts a suspension too. */
    VERIFY,
    SUSPEND;

    /** Where it brings the company. */
    CompanyState state() {
        return switch (this) {
            case VERIFY -> CompanyState.VERIFIED;
            case SUSPEND -> CompanyState.SUSPENDED;
        };
    }
}
