/** The catalogue in the database. */
@NullMarked
package dev.talentpipeline.internship.catalogue.postgres;

import org.jspecify.annotations.NullMarked;
