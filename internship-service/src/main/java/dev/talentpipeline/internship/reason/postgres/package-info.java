/** The catalogue of reasons in the database. */
@NullMarked
package dev.talentpipeline.internship.reason.postgres;

import org.jspecify.annotations.NullMarked;
