/** Service levels in the database of the journal. */
@NullMarked
package dev.talentpipeline.monitoring.servicelevel.postgres;

import org.jspecify.annotations.NullMarked;
