/** Agreements in the database. */
@NullMarked
package dev.talentpipeline.internship.agreement.postgres;

import org.jspecify.annotations.NullMarked;
