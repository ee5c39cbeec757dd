package dev.talentpipeline.stack.client;

/** A degree held or studied for, lowest first, as the API names it. */
public enum Degree {
    ASSOCIATE,
    BACHELOR,
    MASTER,
    DOCTORATE
}
