/** Meetings of a student and a company before they are matched: invitations, share codes, interviews. */
@NullMarked
package dev.talentpipeline.internship.meeting;

import org.jspecify.annotations.NullMarked;
