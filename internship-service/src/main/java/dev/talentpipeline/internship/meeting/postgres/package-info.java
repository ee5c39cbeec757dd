/** Meetings in the database. */
@NullMarked
package dev.talentpipeline.internship.meeting.postgres;

import org.jspecify.annotations.NullMarked;
