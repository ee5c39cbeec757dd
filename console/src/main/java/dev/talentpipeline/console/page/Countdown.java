package dev.talentpipeline.console.page;

import java.time.Duration;
import java.time.Instant;

/** How much time is left until a deadline, as the page says it when it is made; a script then counts on. */
public record Countdown(Instant until, long days, long hours, long minutes, boolean over) {

    /** Nothing is left from the deadline on. */
    public static Countdown until(Instant deadline, Instant now) {
        boolean over = !now.isBefore(deadline);
        Duration left = over ? Duration.ZERO : Duration.between(now, deadline);
        return new Countdown(deadline, left.toDays(), left.toHoursPart(), left.toMinutesPart(), over);
    }

    /** Whether it is time to hurry: less than a day. */
    public boolean isClose() {
        return days == 0;
    }
}
