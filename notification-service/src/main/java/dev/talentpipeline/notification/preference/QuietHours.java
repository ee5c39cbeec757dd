package dev.talentpipeline.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of each day at which nothing arrives that can wait, by the clock on the wall; from the evening into the morning if they begin later
 * than they end. Where the clock is put forward or back they go by what it shows.
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("from (" + from + ") must differ from until (" + until + ").");
        }
    }

    /** When the quiet that reigns at that instant ends; the instant itself if none does. */
    Instant endAt(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return instant;
        }
        boolean endsTomorrow = !local.toLocalTime().isBefore(until);
        ZonedDateTime end =
                local.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(until).atZone(zone);
        // The hour that the clock shows twice has its end twice, and this is its second half.
        return end.toInstant().isAfter(instant)
                ? end.toInstant()
                : end.withLaterOffsetAtOverlap().toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(until);
        return from.isBefore(until) ? begun && !over : begun || !over;
    }
}
