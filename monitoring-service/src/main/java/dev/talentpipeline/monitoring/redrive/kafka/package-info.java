/** Dead letters from their topics to those of their readers, and the readers' answers. */
@NullMarked
package dev.talentpipeline.monitoring.redrive.kafka;

import org.jspecify.annotations.NullMarked;
