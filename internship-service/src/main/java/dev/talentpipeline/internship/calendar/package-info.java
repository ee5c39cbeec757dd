/** Working days: which days count when a deadline is set, and at which hour of which zone it ends. */
@NullMarked
package dev.talentpipeline.internship.calendar;

import org.jspecify.annotations.NullMarked;
