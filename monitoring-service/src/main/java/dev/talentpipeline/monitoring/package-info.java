/** Tells operations what flows between the services, what waits, and what became of every event. */
@NullMarked
package dev.talentpipeline.monitoring;

import org.jspecify.annotations.NullMarked;
