/** The roll in the database. */
@NullMarked
package dev.talentpipeline.internship.roll.postgres;

import org.jspecify.annotations.NullMarked;
