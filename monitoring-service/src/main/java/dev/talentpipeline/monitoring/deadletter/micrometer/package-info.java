/** Dead letters as metrics. */
@NullMarked
package dev.talentpipeline.monitoring.deadletter.micrometer;

import org.jspecify.annotations.NullMarked;
