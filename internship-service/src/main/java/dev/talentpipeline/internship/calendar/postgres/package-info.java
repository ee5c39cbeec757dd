/** Calendars in the database. */
@NullMarked
package dev.talentpipeline.internship.calendar.postgres;

import org.jspecify.annotations.NullMarked;
