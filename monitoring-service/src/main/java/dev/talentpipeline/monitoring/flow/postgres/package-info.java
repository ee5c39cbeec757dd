/** Writers, as the journal has seen them. */
@NullMarked
package dev.talentpipeline.monitoring.flow.postgres;

import org.jspecify.annotations.NullMarked;
