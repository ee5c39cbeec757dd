package dev.talentpipeline.monitoring.deadletter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some dead letters: those with all that is said. What is not said is anything.
 *
 * @param ids which they are; empty: whichever
 * @param topic where the events came from
 * @param group the reader that set them aside
 * @param cause what was thrown, by its simple name
 * @param reason the sentence that came with it, as it is shown
 * @param from since when they are dead letters
 * @param until before when they became ones
 * @param standing where they stand
 */
public record Selection(
        List<Long> ids,
        @Nullable String topic,
        @Nullable String group,
        @Nullable String cause,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Standing standing) {

    public Selection {
        ids = List.copyOf(ids);
    }

    /** Whether it says nothing, so that all are meant. */
    public boolean saysNothing() {
        return ids.isEmpty()
                && topic == null
                && group == null
                && cause == null
                && reason == null
                && from == null
                && until == null
                && standing == null;
    }
}
