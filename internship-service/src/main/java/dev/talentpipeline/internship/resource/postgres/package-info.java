/** What all resources share in the database. */
@NullMarked
package dev.talentpipeline.internship.resource.postgres;

import org.jspecify.annotations.NullMarked;
