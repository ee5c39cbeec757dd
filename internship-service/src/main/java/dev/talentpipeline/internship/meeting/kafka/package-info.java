/** Meetings on their topic. */
@NullMarked
package dev.talentpipeline.internship.meeting.kafka;

import org.jspecify.annotations.NullMarked;
