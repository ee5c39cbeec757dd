/** Looking up in the tables of people and internships. */
@NullMarked
package dev.talentpipeline.internship.lookup.postgres;

import org.jspecify.annotations.NullMarked;
