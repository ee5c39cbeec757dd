package dev.talentpipeline.console.identity;

/** What an account may act as. The names are the values of the `roles` claim. */
public enum Role {
    UNIVERSITY,
    COMPANY,
    STUDENT,
    OPERATIONS
}
