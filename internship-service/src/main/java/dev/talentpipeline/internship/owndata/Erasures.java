package dev.talentpipeline.internship.owndata;

import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The erasures that were ever asked for. */
public interface Erasures {

    Optional<Erasure> find(UUID person);

    /** Adds it, unless the person was erased before. */
    void add(UUID person, Instant askedAt);

    /** Those under way, oldest first. */
    List<Erasure> underWay();

    void rewritten(Collection<UUID> people);

    void completed(Collection<UUID> people, Instant at);

    Page<Erasure> list(Page.Request request);
}
