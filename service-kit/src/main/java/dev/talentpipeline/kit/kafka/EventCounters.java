package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.schemas.SentAgain.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts what became of the events a service read: {@code talentpipeline_consumer_events_total{topic,outcome}}. Safe for use by many threads. */
public final class EventCounters {

    private static final ThreadLocal<@Nullable Outcome> LAST = new ThreadLocal<>();

    private final MeterRegistry meters;

    public EventCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The event changed something. */
    public void applied(String topic) {
        LAST.set(Outcome.APPLIED);
        count(topic, "applied", 1);
    }

    /** The event's version was held or passed already. */
    public void duplicate(String topic) {
        LAST.set(Outcome.DROPPED);
        count(topic, "duplicate", 1);
    }

    /** So many events changed something. */
    public void applied(String topic, int events) {
        count(topic, "applied", events);
    }

    /** So many events were held already. */
    public void duplicate(String topic, int events) {
        count(topic, "duplicate", events);
    }

    /** The event was set aside as a dead letter. */
    public void dead(String topic) {
        count(topic, "dead", 1);
    }

    /** What a listener makes of an event, as it is counted by the same thread. */
    Outcome outcomeOf(Runnable listening) {
        LAST.remove();
        listening.run();
        Outcome counted = LAST.get();
        LAST.remove();
        return Objects.requireNonNullElse(counted, Outcome.APPLIED);
    }

    private void count(String topic, String outcome, int events) {
        meters.counter("talentpipeline.consumer.events", "topic", topic, "outcome", outcome)
                .increment(events);
    }
}
