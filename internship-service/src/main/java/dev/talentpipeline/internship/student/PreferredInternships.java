package dev.talentpipeline.internship.student;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a student needs to know of the internships that they list. */
public interface PreferredInternships {

    /** Those of the ids that are no internship of the programme. */
    Set<UUID> strangers(String programme, Collection<UUID> ids);

    /** All of the programme. */
    List<Listed> listed(String programme);

    /**
     * An internship by its names.
     *
     * @param hidden whether only its company and those who run or approve may know of it
     */
    record Listed(UUID id, String company, String reference, boolean hidden) {}
}
