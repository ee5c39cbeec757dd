package dev.talentpipeline.notification.preference;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** How often what can wait is mailed together: in the morning, by the clock on the reader's wall. */
public enum DigestRhythm {
    DAILY,
    /** On Mondays. */
    WEEKLY;

    private static final LocalTime HOUR = LocalTime.of(8, 0);

    /** The first digest after the instant. */
    Instant nextAfter(Instant instant, ZoneId zone) {
        ZonedDateTime today = instant.atZone(zone).toLocalDate().atTime(HOUR).atZone(zone);
        ZonedDateTime next = switch (this) {
            case DAILY -> today;
            case WEEKLY -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        };
        if (next.toInstant().isAfter(instant)) {
            return next.toInstant();
        }
        return switch (this) {
            case DAILY -> next.plusDays(1).toInstant();
            case WEEKLY -> next.plusWeeks(1).toInstant();
        };
    }
}
