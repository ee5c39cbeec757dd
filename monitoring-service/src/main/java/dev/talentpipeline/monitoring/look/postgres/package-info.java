/** Looks in the database of the journal. */
@NullMarked
package dev.talentpipeline.monitoring.look.postgres;

import org.jspecify.annotations.NullMarked;
