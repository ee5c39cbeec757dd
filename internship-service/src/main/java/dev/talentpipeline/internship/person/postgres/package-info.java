/** People in the database. */
@NullMarked
package dev.talentpipeline.internship.person.postgres;

import org.jspecify.annotations.NullMarked;
