/** Internships in the database. */
@NullMarked
package dev.talentpipeline.internship.internship.postgres;

import org.jspecify.annotations.NullMarked;
