package dev.talentpipeline.internship.internship;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What a company needs to know of the students that it lists or excludes. */
public interface PreferredStudents {

    /** Those of the ids that are no student of the programme. */
    Set<UUID> strangers(String programme, Collection<UUID> ids);
}
