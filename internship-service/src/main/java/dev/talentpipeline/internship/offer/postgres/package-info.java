/** Offers in the database. */
@NullMarked
package dev.talentpipeline.internship.offer.postgres;

import org.jspecify.annotations.NullMarked;
