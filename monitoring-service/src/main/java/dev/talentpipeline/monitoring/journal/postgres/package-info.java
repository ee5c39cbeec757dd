/** The journal in PostgreSQL. */
@NullMarked
package dev.talentpipeline.monitoring.journal.postgres;

import org.jspecify.annotations.NullMarked;
