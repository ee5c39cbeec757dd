package dev.talentpipeline.internship.organisation;

/** Tells how the desk of an organisation is reached. */
public interface DeskEvents {

    /** Tells it with the transaction that changed the organisation. */
    void changed(Organisation organisation);
}
