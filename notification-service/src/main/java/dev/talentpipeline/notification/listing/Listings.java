package dev.talentpipeline.notification.listing;

import java.util.Optional;

/** The labels this service holds. Every method takes part in the caller's transaction. */
public interface Listings {

    /** Returns whether the programme was kept; false if the version held is as new. */
    boolean keep(Programme programme);

    /** Returns whether the internship was kept; false if the version held is as new. */
    boolean keep(Internship internship);

    Optional<Programme> programme(String programmeId);

    Optional<Internship> internship(String programmeId, String internshipId);
}
