package dev.talentpipeline.monitoring.lag;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What waits, counted from what is in the journal. */
public interface Backlog {

    /** Where a reader will go on. */
    record Start(String topic, int partition, long offset) {}

    /**
     * What waits there.
     *
     * @param events how many; where they are very many, at least so many
     * @param entities how many things they are about
     * @param oldestAt when the oldest reached the broker; null: there is none
     */
    record Waiting(long events, long entities, @Nullable Instant oldestAt) {

        static final Waiting NONE = new Waiting(0, 0, null);
    }

    Map<Start, Waiting> from(Collection<Start> starts);
}
