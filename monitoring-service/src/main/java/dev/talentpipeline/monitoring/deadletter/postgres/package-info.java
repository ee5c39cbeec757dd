/** Dead letters, read from the journal. */
@NullMarked
package dev.talentpipeline.monitoring.deadletter.postgres;

import org.jspecify.annotations.NullMarked;
