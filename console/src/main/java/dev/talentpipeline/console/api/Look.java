package dev.talentpipeline.console.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of operations was shown what was thought of a student, or what a student decided.
 *
 * @param by the account that looked
 * @param onBehalfOf whose rights it used; null: its own
 * @param kind what was looked at: JOURNEY or DEAD_LETTERS
 * @param id by which it looked; null: by none
 * @param events how many events with something of the kind were shown
 */
public record Look(
        Instant at,
        String by,
        @Nullable String onBehalfOf,
        String kind,
        @Nullable String id,
        int events) {}
