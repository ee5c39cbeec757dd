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
        long delayMs = Math.max(1, moment.toEpochMilli() - context.currentSystemTimeMs());
        at = moment;
        set = context.schedule(Duration.ofMillis(delayMs), PunctuationType.WALL_CLOCK_TIME, this::fire);
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
