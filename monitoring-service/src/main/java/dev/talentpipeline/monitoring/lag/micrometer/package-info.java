/** Lag as metrics. */
@NullMarked
package dev.talentpipeline.monitoring.lag.micrometer;

import org.jspecify.annotations.NullMarked;
