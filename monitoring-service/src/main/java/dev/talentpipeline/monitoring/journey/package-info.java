/** All events about one entity, in order, across services. */
@NullMarked
package dev.talentpipeline.monitoring.journey;

import org.jspecify.annotations.NullMarked;
