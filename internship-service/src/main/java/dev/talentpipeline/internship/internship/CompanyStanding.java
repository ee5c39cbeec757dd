package dev.talentpipeline.internship.internship;

/** How far the platform stands behind a company. Only what a verified one posts is seen. */
public enum CompanyStanding {
    /** Nobody has said who it is. */
    NOT_ENTERED,
    /** Entered, or entered anew under another credit code, and not verified since. */
    NOT_VERIFIED,
    VERIFIED,
    /** Verified once; what it offers is taken back. */
    SUSPENDED
}
