package dev.talentpipeline.internship.catalogue;

/** A degree, lowest first. */
public enum Degree {
    ASSOCIATE,
    BACHELOR,
    MASTER,
    DOCTORATE
}
