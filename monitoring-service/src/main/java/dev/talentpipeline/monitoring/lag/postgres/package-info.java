/** What the journal says about what waits. */
@NullMarked
package dev.talentpipeline.monitoring.lag.postgres;

import org.jspecify.annotations.NullMarked;
