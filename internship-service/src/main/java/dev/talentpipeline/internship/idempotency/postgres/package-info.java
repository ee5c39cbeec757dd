/** Answers kept in the database. */
@NullMarked
package dev.talentpipeline.internship.idempotency.postgres;

import org.jspecify.annotations.NullMarked;
