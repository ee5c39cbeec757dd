package dev.talentpipeline.console.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values look on pages. Times are those of the programmes' calendar, whoever looks from wherever. */
public final class Shown {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    Shown() {}

    public String time(@Nullable Instant instant) {
        return instant == null ? "–" : MINUTE.format(instant);
    }

    /** To the second, for somebody who waits for it. */
    public String second(Instant instant) {
        return SECOND.format(instant);
    }

    /** A part of 1, as a percentage. */
    public String percent(@Nullable Double part) {
        return part == null ? "–" : Math.round(part * 100) + "%";
    }

    public String value(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }
}
