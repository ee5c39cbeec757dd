package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.resource.Page;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The placements of all programmes. */
public interface Placements {

    Optional<Placement> find(UUID id);

    /** Locks the placement and gives its newest state. */
    Optional<Placement> lock(UUID id);

    /** Locks the placement that comes from the offer and gives its newest state. */
    Optional<Placement> lockOf(UUID offer);

    void add(Placement placement);

    /** Keeps the placement's new version; its entries are added by themselves. */
    void save(Placement placement);

    void add(UUID placement, Entry entry);

    /** Placements in the order of their ids. */
    Page<Placement> list(Between asked, @Nullable PlacementState state, Page.Request request);
}
