package dev.talentpipeline.stack;

/** A schema registry that keeps its schemas and their ids in a database. */
public interface Registry extends Part {

    /** Its base URL, without a trailing slash. */
    String url();
}
