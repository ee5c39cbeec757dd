package dev.talentpipeline.internship.certificate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The certificates of all people; each is written under its person's lock. */
public interface Certificates {

    Optional<Certificate> find(UUID person, String occupation);

    /** In the order of their occupations. */
    List<Certificate> ofPerson(UUID person);

    /** Adds it, or puts it in the place of the one that the person has for the occupation. */
    void put(Certificate certificate);

    void remove(Certificate certificate);
}
