/** Expectations in the database of the journal. */
@NullMarked
package dev.talentpipeline.monitoring.expectation.postgres;

import org.jspecify.annotations.NullMarked;
