package dev.talentpipeline.kit.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long streams go on.
 *
 * @param longest at most so long, so that whoever follows is looked at again
 * @param beat so often there is a sign of life where there is nothing to tell
 */
public record StreamTimes(Clock clock, Duration longest, Duration beat) {

    /**
     * Until when a stream goes on that begins now.
     *
     * @param allowed until when its reader may listen; empty: for as long as anybody
     */
    public Instant until(Optional<Instant> allowed) {
        Instant latest = clock.instant().plus(longest);
        return allowed.filter(latest::isAfter).orElse(latest);
    }

    Duration left(Instant until) {
        return Duration.between(clock.instant(), until);
    }

    /** How long to wait for something to tell. */
    Duration wait(Duration left) {
        return left.compareTo(beat) < 0 ? left : beat;
    }
}
