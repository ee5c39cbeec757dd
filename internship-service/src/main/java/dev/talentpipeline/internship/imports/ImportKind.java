package dev.talentpipeline.internship.imports;

/** What the rows of an import are. */
public enum ImportKind {
    /** Of a university; known by their student numbers. */
    STUDENTS,
    /** Of a company; known by its references. */
    OPENINGS
}
