package dev.talentpipeline.notification.inbox;

import java.time.Instant;

/**
 * One version of a meeting, as its topic says it.
 *
 * @param studentId who they are in the programme, as organisations know them
 * @param internshipId empty if it is about none
 * @param changedBy STUDENT, COMPANY, UNIVERSITY, or SYSTEM for what time or somebody's leaving did
 */
public record MeetingNews(
        String programmeId,
        String meetingId,
        long version,
        MeetingReading reading,
        String personId,
        String studentId,
        String internshipId,
        Sides sides,
        String changedBy,
        Instant changedAt) {}
