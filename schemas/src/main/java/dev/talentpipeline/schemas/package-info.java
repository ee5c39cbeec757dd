/**
 * All that the services share about events: which topics there are, how an event looks on the wire, how keys are partitioned, and
 * what travels in the headers. The event types themselves are generated into {@code dev.talentpipeline.events}.
 */
@NullMarked
package dev.talentpipeline.schemas;

import org.jspecify.annotations.NullMarked;
