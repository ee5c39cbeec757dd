package dev.talentpipeline.monitoring.look;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All looks, only ever added to. */
public interface Looks {

    /** A place in a list that begins with the latest. */
    record Place(Instant at, long position) {}

    /** Notes one, whose position is not known yet and of no account. */
    void note(Look look);

    /**
     * The latest first.
     *
     * @param id by which they looked; null: by whatever
     */
    List<Look> latest(@Nullable String id, @Nullable Place after, int limit);
}
