package dev.talentpipeline.internship.person;

/** Tells how a person is reached. */
public interface ContactEvents {

    /** Tells it with the transaction that changed it. */
    void changed(Person person);
}
