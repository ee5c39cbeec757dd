/** Calendars over HTTP. */
@NullMarked
package dev.talentpipeline.internship.calendar.web;

import org.jspecify.annotations.NullMarked;
