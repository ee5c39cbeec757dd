/** Outcomes, counted in the database. */
@NullMarked
package dev.talentpipeline.internship.outcome.postgres;

import org.jspecify.annotations.NullMarked;
