package dev.talentpipeline.matching.market;

/** A degree held or being studied for, lowest first: a higher one satisfies a demand for a lower one. */
public enum Degree {
    ASSOCIATE,
    BACHELOR,
    MASTER,
    DOCTORATE
}
