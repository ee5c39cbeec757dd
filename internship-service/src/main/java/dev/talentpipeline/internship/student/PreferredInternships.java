package dev.talentpipeline.internship.student;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What a student needs to know of the internships that they list. */
public interface PreferredInternships {

    /** Those of the ids that are no internship of the programme. */
    Set<UUID> strangers(String programme, Collection<UUID> ids);
}
