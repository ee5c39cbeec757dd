package dev.talentpipeline.monitoring.look;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All looks. They are only ever added to, and go when they are as old as they are kept. */
public interface Looks {

    /** A place in a list that begins with the latest. */
    record Place(Instant at, long position) {}

    /**
     * Which looks are meant; null: any.
     *
     * @param account that looked, or whose rights it used
     * @param id by which it looked
     * @param from then on
     * @param until before then
     */
    record Sought(
            @Nullable String account,
            Look.@Nullable Kind kind,
            @Nullable String id,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Notes one, whose position is not known yet and of no account. */
    void note(Look look);

    /** The latest first. */
    List<Look> latest(Sought sought, @Nullable Place after, int limit);

    /** Takes those away that are older than that. The caller opens the transaction. */
    void forget(Instant before);
}
