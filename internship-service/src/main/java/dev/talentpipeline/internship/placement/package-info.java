/** Placements: internships as they are lived, told step by step by their parties and confirmed by one another. */
@NullMarked
package dev.talentpipeline.internship.placement;

import org.jspecify.annotations.NullMarked;
