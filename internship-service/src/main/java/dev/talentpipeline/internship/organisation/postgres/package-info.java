/** Organisations in the database. */
@NullMarked
package dev.talentpipeline.internship.organisation.postgres;

import org.jspecify.annotations.NullMarked;
