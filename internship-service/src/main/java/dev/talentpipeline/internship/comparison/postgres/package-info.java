/** What is compared, counted in the database. */
@NullMarked
package dev.talentpipeline.internship.comparison.postgres;

import org.jspecify.annotations.NullMarked;
