/** What is sent again, in tables beside the journal. */
@NullMarked
package dev.talentpipeline.monitoring.redrive.postgres;

import org.jspecify.annotations.NullMarked;
