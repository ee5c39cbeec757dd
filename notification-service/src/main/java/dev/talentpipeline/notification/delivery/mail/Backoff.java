package dev.talentpipeline.notification.delivery.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: twice as long after each, up to a longest wait, and of that a random part of at
 * least half, so that senders that failed together do not come back together. There is no last try.
 */
record Backoff(Duration first, Duration longest) {

    Backoff {
        if (first.isNegative() || first.isZero() || first.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "first (" + first + ") must be positive and at most longest (" + longest + ").");
        }
    }

    Duration after(int failures, RandomGenerator random) {
        long waitMs = first.toMillis();
        for (int i = 1; i < failures && waitMs < longest.toMillis(); i++) {
            waitMs *= 2;
        }
        waitMs = Math.min(waitMs, longest.toMillis());
        return Duration.ofMillis(random.nextLong(waitMs / 2, waitMs + 1));
    }
}
