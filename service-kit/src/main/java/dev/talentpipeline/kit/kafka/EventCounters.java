package dev.talentpipeline.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of the events a service read: {@code talentpipeline_consumer_events_total{topic,outcome}}. */
public final class EventCounters {

    private final MeterRegistry meters;

    public EventCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The event changed something. */
    public void applied(String topic) {
        count(topic, "applied", 1);
    }

    /** The event's version was held or passed already. */
    public void duplicate(String topic) {
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

    private void count(String topic, String outcome, int events) {
        meters.counter("talentpipeline.consumer.events", "topic", topic, "outcome", outcome)
                .increment(events);
    }
}
