/** Students in the database. */
@NullMarked
package dev.talentpipeline.internship.student.postgres;

import org.jspecify.annotations.NullMarked;
