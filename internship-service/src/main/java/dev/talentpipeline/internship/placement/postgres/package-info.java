/** Placements in the database. */
@NullMarked
package dev.talentpipeline.internship.placement.postgres;

import org.jspecify.annotations.NullMarked;
