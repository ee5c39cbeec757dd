package dev.talentpipeline.notification.round;

import java.time.Instant;

/**
 * A student of a programme, by ids.
 *
 * @param takesPart whether they may be matched
 * @param since when this came to be so
 */
public record Member(
        String programmeId, String studentId, long version, String personId, boolean takesPart, Instant since) {}
