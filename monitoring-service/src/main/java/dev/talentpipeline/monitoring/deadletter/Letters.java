package dev.talentpipeline.monitoring.deadletter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dead letters one by one. */
public interface Letters {

    /** A place in a list, after which it goes on. */
    record Place(Instant deadAt, long id) {}

    /** Those that are meant, the latest first. */
    List<Letter> of(Selection selection, @Nullable Place after, int limit);
}
