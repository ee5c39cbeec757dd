/** The audit trail in the database. */
@NullMarked
package dev.talentpipeline.internship.audit.postgres;

import org.jspecify.annotations.NullMarked;
