package dev.talentpipeline.notification.brake;

import org.jspecify.annotations.Nullable;

/**
 * How an outlet is held back.
 *
 * @param paused whether nothing leaves by it
 * @param perMinute how many leave by it in a minute at most, in all processes together; null: as many as can
 */
public record Brake(Outlet outlet, boolean paused, @Nullable Integer perMinute) {

    /** More than any installation sends; a limit above it would limit nothing. */
    public static final int MOST_PER_MINUTE = 100_000;

    public Brake {
        if (perMinute != null && (perMinute < 1 || perMinute > MOST_PER_MINUTE)) {
            throw new IllegalArgumentException("perMinute (" + perMinute + ") must be from 1 to " + MOST_PER_MINUTE
                    + ". Maybe the outlet is to be paused?");
        }
    }
}
