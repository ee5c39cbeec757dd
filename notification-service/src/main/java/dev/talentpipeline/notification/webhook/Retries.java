package dev.talentpipeline.notification.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The schedule of retries: four times as long after each failure in a row, up to a longest wait, and of that a random part of at least
 * half. With 5 seconds and 6 hours that is at most 5 s, 20 s, 80 s, 5 min, 21 min, 85 min, 5 h 41 min, and then 6 h each time.
 */
record Retries(Duration first, Duration longest) {

    private static final int FACTOR = 4;

    Retries {
        if (!first.isPositive() || first.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "first (" + first + ") must be positive and at most longest (" + longest + ").");
        }
    }

    Duration after(int failures, RandomGenerator random) {
        long waitMs = first.toMillis();
        for (int i = 1; i < failures && waitMs < longest.toMillis(); i++) {
            waitMs *= FACTOR;
        }
        waitMs = Math.min(waitMs, longest.toMillis());
        return Duration.ofMillis(random.nextLong(waitMs / 2, waitMs + 1));
    }
}
