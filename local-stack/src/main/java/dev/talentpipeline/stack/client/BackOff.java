package dev.talentpipeline.stack.client;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Patience with a server that is starting or busy: a request that met a failed connection, 429 or 5xx is made again
 * after a pause that doubles each time. Only for requests that may be made twice.
 *
 * @param attempts how often at most, the first included
 * @param firstPause before the second attempt
 * @param longestPause where doubling ends
 */
public record BackOff(int attempts, Duration firstPause, Duration longestPause) {

    /** Waits about a minute in all. */
    public static final BackOff ABOUT_A_MINUTE = new BackOff(18, Duration.ofMillis(100), Duration.ofSeconds(5));

    public BackOff {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts (" + attempts + ") must be positive.");
        }
    }

    /** The first answer that is not worth repeating, or else the last one. */
    public Reply untilAnswered(Supplier<Reply> request) {
        Duration pause = firstPause;
        for (int attempt = 1; attempt < attempts; attempt++) {
            try {
                Reply reply = request.get();
                if (!reply.worthRepeating()) {
                    return reply;
                }
            } catch (TokenRefusedException refused) {
                if (!refused.reply().worthRepeating()) {
                    throw refused;
                }
            } catch (UncheckedIOException unreachable) {
                if (Thread.currentThread().isInterrupted()) {
                    throw unreachable;
                }
            }
            sleep(pause);
            pause = doubled(pause);
        }
        return request.get();
    }

    private Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longestPause) < 0 ? twice : longestPause;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted between two attempts."));
        }
    }
}
