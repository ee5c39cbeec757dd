package dev.talentpipeline.monitoring.servicelevel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who promised what, and when. Changes are only ever added to.
 *
 * @param by the account that acted
 * @param onBehalfOf whose rights it used; null: its own
 */
public record TargetChange(
        String level,
        Target target,
        Instant at,
        String by,
        @Nullable String onBehalfOf) {}
