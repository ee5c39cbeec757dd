package dev.talentpipeline.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many requests in each window, for everybody by themselves. A window begins with the first request. What is known of somebody who
 * asked nothing for a whole window is let go, since they have their full quota again. Safe for use by many threads.
 */
final class Quota {

    /** More than that are not told apart: who asked least recently starts anew. */
    private static final long MOST_REMEMBERED = 100_000;

    private final String name;
    private final long requests;
    private final Duration window;
    private final TimeMeter time;
    private final Cache<Object, Bucket> buckets;

    Quota(String name, long requests, Duration window, LongSupplier nanos) {
        this.name = name;
        this.requests = requests;
        this.window = window;
        this.time = new Nanoseconds(nanos);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(window)
                .ticker(nanos::getAsLong)
                .build();
    }

    /**
     * What became of a request.
     *
     * @param remaining how many more are let through in this window
     * @param resetSeconds until the next window begins, rounded up
     */
    record Taken(boolean granted, long remaining, long resetSeconds) {}

    /** Takes one request off what somebody has left. */
    Taken take(Object whose) {
        ConsumptionProbe probe = buckets.get(whose, somebody -> full()).tryConsumeAndReturnRemaining(1);
        return new Taken(probe.isConsumed(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillIntervally(requests, window))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
    }

    String name() {
        return name;
    }

    /** As the header RateLimit-Policy tells it. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, requests, window.toSeconds());
    }

    /** As the header RateLimit tells it. */
    String state(Taken taken) {
        return "\"%s\";r=%d;t=%d".formatted(name, taken.remaining(), taken.resetSeconds());
    }

    String words() {
        return "%d requests in %d s".formatted(requests, window.toSeconds());
    }

    private record Nanoseconds(LongSupplier nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
