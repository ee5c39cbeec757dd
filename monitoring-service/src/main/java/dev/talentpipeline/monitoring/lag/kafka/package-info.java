/** What the broker says about readers. */
@NullMarked
package dev.talentpipeline.monitoring.lag.kafka;

import org.jspecify.annotations.NullMarked;
