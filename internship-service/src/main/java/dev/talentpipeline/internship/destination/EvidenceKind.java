package dev.talentpipeline.internship.destination;

/** A paper that proves a destination. An internship agreement is none of them. */
public enum EvidenceKind {
    EMPLOYMENT_AGREEMENT,
    ACCEPTANCE_LETTER,
    LABOUR_CONTRACT,
    EMPLOYER_STATEMENT,
    ENLISTMENT_NOTICE,
    PROJECT_NOTICE,
    BUSINESS_LICENCE,
    INCOME_STATEMENT,
    ADMISSION_LETTER
}
