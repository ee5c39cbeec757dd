package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.webhook.Reply.Answered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** How long an endpoint that has too much to do asks to be left alone (RFC 9110, section 10.2.3), in seconds or until a time. */
final class RetryAfter {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** What is asked for, at most the longest; nothing if nothing is, or what it says cannot be read. */
    static Duration of(Reply reply, Instant now, Duration longest) {
        if (reply instanceof Answered answered
                && answered.retryAfter() != null
                && (answered.status() == TOO_MANY_REQUESTS || answered.status() == UNAVAILABLE)) {
            Duration asked = read(answered.retryAfter().strip(), now);
            return asked.compareTo(longest) > 0 ? longest : asked;
        }
        return Duration.ZERO;
    }

    private static Duration read(String header, Instant now) {
        if (SECONDS.matcher(header).matches()) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException e) {
            // Whatever it means, the schedule goes on without it.
            return Duration.ZERO;
        }
    }
}
