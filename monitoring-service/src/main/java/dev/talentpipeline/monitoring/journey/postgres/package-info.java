/** Journeys, read from the journal. */
@NullMarked
package dev.talentpipeline.monitoring.journey.postgres;

import org.jspecify.annotations.NullMarked;
