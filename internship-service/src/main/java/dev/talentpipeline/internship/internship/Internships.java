package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.resource.Page;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The internships of all programmes. */
public interface Internships {

    Optional<Internship> find(UUID id);

    Optional<Internship> find(String programme, String company, String reference);

    /** Locks the internship and gives its newest state. */
    Optional<Internship> lock(UUID id);

    /** Adds the internship; false if the company uses its reference already in the programme. */
    boolean add(Internship internship);

    void save(Internship internship);

    /** Those of the ids that are no internship of the programme. */
    Set<UUID> strangers(String programme, Collection<UUID> ids);

    Page<Internship> list(Filter filter, Page.Request request);

    /** Which internships are asked for; what is null does not narrow. */
    record Filter(
            String programme,
            @Nullable String company,
            @Nullable String reference,
            @Nullable InternshipState state,
            @Nullable String occupation,
            @Nullable String region) {}
}
