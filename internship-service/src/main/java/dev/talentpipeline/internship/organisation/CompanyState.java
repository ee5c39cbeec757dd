package dev.talentpipeline.internship.organisation;

/**
 * Where a company stands.
 *
 * <pre>
 * ENTERED ─▶ VERIFIED ─▶ SUSPENDED ─▶ VERIFIED
 * ENTERED ─▶ SUSPENDED
 * VERIFIED ─▶ ENTERED, under another credit code
 * </pre>
 */
public enum CompanyState {
    /** Entered under its credit code; what it posts waits. */
    ENTERED,
    /** What it posts is seen. */
    VERIFIED,
    /** What it posts waits, and its open offers are taken back. */
    SUSPENDED
}
