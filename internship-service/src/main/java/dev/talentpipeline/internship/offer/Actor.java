package dev.talentpipeline.internship.offer;

/**
 * Who brought something about.
 *
 * @param role a caller's role, or the part of the system
 * @param subject who exactly, for the record; never shown to other organisations
 */
public record Actor(String role, String subject) {

    static final Actor MATCHER = new Actor("MATCHING", "matching-service");
    static final Actor SYSTEM = new Actor("SYSTEM", "internship-service");
}
