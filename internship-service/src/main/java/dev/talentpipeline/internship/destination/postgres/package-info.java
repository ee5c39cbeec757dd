/** Destinations in the database. */
@NullMarked
package dev.talentpipeline.internship.destination.postgres;

import org.jspecify.annotations.NullMarked;
