package dev.talentpipeline.matching.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the market at a given moment, the earliest of those asked for. A fixed beat would do too, but every beat makes Streams commit a
 * transaction, twenty times a second though nothing happens.
 */
final class Alarm {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ProcessorContext<?, ?> context;
    private final Consumer<Instant> ring;
    private @Nullable Cancellable set;
    private Instant at = Instant.MAX;

    Alarm(ProcessorContext<?, ?> context, Consumer<Instant> ring) {
        this.context = context;
        this.ring = ring;
    }

    /** Rings no later than then, and at the next opportunity where that has passed. */
    void noLaterThan(Instant moment) {
        if (!moment.isBefore(at)) {
            return;
        }
        cancel();
        Duration delay = Duration.between(Instant.ofEpochMilli(context.currentSystemTimeMs()), moment);
        at = moment;
        set = context.schedule(within(delay), PunctuationType.WALL_CLOCK_TIME, this::fire);
    }

    private static Duration within(Duration delay) {
        if (delay.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        // Ringing early does no harm, and moments millions of years ahead do not fit into milliseconds.
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private void fire(long nowMs) {
        cancel();
        ring.accept(Instant.ofEpochMilli(nowMs));
    }

    /** Forgets the moment it was set to. */
    void cancel() {
        if (set != null) {
            set.cancel();
        }
        set = null;
        at = Instant.MAX;
    }
}
