package dev.talentpipeline.internship.agreement;

/** Which agreement. An internship is never counted as employment, so the two are never the same paper. */
public enum AgreementKind {
    INTERNSHIP,
    EMPLOYMENT
}
