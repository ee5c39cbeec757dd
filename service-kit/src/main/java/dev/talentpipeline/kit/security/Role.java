package dev.talentpipeline.kit.security;

/** What a caller acts as. */
public enum Role {
    UNIVERSITY,
    COMPANY,
    STUDENT,
    OPERATIONS
}
