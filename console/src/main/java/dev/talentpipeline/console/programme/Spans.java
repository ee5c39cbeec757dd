package dev.talentpipeline.console.programme;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Lengths of time as people say them: the API's `P3D` are three days. */
final class Spans {

    /**
     * A length in one unit.
     *
     * @param unit key of its word: days, hours, minutes or seconds, of one day, hour or minute day, hour or minute; empty if the text is no length
     */
    record Span(String unit, String amount) {

        private static Span of(String unit, long amount) {
            return new Span(amount == 1 ? unit : unit + "s", Long.toString(amount));
        }
    }

    public Span of(@Nullable String iso) {
        if (iso == null) {
            return new Span("", "–");
        }
        Duration length;
        try {
            length = Duration.parse(iso);
        } catch (DateTimeParseException e) {
            return new Span("", iso);
        }
        long seconds = length.toSeconds();
        if (seconds >= 86_400 && seconds % 86_400 == 0) {
            return Span.of("day", seconds / 86_400);
        }
        if (seconds >= 3_600 && seconds % 3_600 == 0) {
            return Span.of("hour", seconds / 3_600);
        }
        if (seconds >= 60 && seconds % 60 == 0) {
            return Span.of("minute", seconds / 60);
        }
        return new Span("seconds", plain(length));
    }

    private static String plain(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
