/** Programmes in the database. */
@NullMarked
package dev.talentpipeline.internship.programme.postgres;

import org.jspecify.annotations.NullMarked;
