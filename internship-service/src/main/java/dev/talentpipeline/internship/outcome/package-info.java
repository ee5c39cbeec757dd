/** Outcomes: what became of graduates and of interns, in rates that carry their definitions. */
@NullMarked
package dev.talentpipeline.internship.outcome;

import org.jspecify.annotations.NullMarked;
