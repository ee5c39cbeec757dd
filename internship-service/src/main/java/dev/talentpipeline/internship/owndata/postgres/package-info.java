/** Erasures in the database. */
@NullMarked
package dev.talentpipeline.internship.owndata.postgres;

import org.jspecify.annotations.NullMarked;
