package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** Whether the person, or somebody of the university, was ever offered a seat of it; null: nobody. */
    boolean isOfferedTo(UUID id, @Nullable UUID person, @Nullable String university);

    /** Those that are not in the state in which the clock, their accepted offers or the programme's rules put them; some of them. */
    List<UUID> astray(Instant now);

    /** The company's internships in the order of their ids, some of them. */
    List<UUID> ofCompany(String company, @Nullable UUID after);

    /**
     * Which internships are asked for; what is null does not narrow.
     *
     * @param title a part of it, in capitals or not
     * @param withHidden whether those that are not seen are among them
     * @param own the company whose hidden ones are among them in any case
     */
    record Filter(
            String programme,
            @Nullable List<UUID> ids,
            @Nullable String company,
            @Nullable String reference,
            @Nullable InternshipState state,
            @Nullable String occupation,
            @Nullable String region,
            @Nullable String title,
            boolean withHidden,
            @Nullable String own) {}
}
