/** The ledger in the database of the journal. */
@NullMarked
package dev.talentpipeline.monitoring.ledger.postgres;

import org.jspecify.annotations.NullMarked;
