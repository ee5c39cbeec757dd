package dev.talentpipeline.monitoring.look;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was shown what was thought of a student, or what a student decided.
 *
 * @param position in the order in which they were noted
 * @param by the account that looked
 * @param onBehalfOf whose rights it used; null: its own
 * @param id by which they looked; null: by none
 * @param events how many events with such fields were shown
 */
public record Look(
        long position,
        Instant at,
        String by,
        @Nullable String onBehalfOf,
        Kind kind,
        @Nullable String id,
        int events) {

    /** What was looked at. */
    public enum Kind {
        JOURNEY,
        DEAD_LETTERS
    }
}
