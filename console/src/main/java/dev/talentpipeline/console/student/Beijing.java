package dev.talentpipeline.console.student;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days and hours as the programmes' calendar has them. */
final class Beijing {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Beijing() {}

    static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** The instant of what a field for a date and a time holds; the text itself if it is none, for the service to refuse. */
    static @Nullable String instant(@Nullable String local) {
        if (local == null || local.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(local).atZone(ZONE).toInstant().toString();
        } catch (DateTimeParseException e) {
            return local;
        }
    }
}
