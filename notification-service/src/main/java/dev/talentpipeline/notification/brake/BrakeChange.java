package dev.talentpipeline.notification.brake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was set, when and by whom. Changes are only ever added to.
 *
 * @param by the account that acted
 * @param onBehalfOf whose rights it used; null: its own
 */
public record BrakeChange(
        Brake brake, Instant at, String by, @Nullable String onBehalfOf) {}
