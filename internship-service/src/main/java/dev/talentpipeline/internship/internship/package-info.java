/** Internships: openings that companies post into a programme, with their seats. */
@NullMarked
package dev.talentpipeline.internship.internship;

import org.jspecify.annotations.NullMarked;
