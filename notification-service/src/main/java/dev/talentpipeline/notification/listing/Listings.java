package dev.talentpipeline.notification.listing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The labels this service holds. Every method takes part in the caller's transaction. */
public interface Listings {

    /** Returns whether the programme was kept; false if the version held is as new. */
    boolean keep(Programme programme);

    /** Returns whether the internship was kept; false if the version held is as new. */
    boolean keep(Internship internship);

    /** Those of these programmes that are here, by their ids. */
    Map<String, Programme> programmes(Collection<String> ids);

    /** Those of these internships that are here. */
    Map<Key, Internship> internships(Set<Key> keys);

    /** An internship by its programme and its id in it. */
    record Key(String programmeId, String internshipId) {}
}
