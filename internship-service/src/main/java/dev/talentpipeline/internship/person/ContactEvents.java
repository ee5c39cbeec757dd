package dev.talentpipeline.internship.person;

import java.util.List;

/** Tells how a person is reached. */
public interface ContactEvents {

    /** Tells it with the transaction that changed it. */
    void changed(Person person);

    /** The same for many people, with fewer statements. */
    void changedAll(List<Person> people);
}
