package dev.talentpipeline.monitoring.expectation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who let a rule wait how long, and when. Changes are only ever added to.
 *
 * @param by the account that acted
 * @param onBehalfOf whose rights it used; null: its own
 */
public record ThresholdChange(
        String rule,
        Duration within,
        Instant at,
        String by,
        @Nullable String onBehalfOf) {}
