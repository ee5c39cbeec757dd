/** Projects, courses and participation in the database. */
@NullMarked
package dev.talentpipeline.internship.joint.postgres;

import org.jspecify.annotations.NullMarked;
