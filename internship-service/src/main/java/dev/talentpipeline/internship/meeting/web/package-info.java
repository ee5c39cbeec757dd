/** Meetings over HTTP. */
@NullMarked
package dev.talentpipeline.internship.meeting.web;

import org.jspecify.annotations.NullMarked;
