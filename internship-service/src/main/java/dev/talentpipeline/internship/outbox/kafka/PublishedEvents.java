package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.schemas.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts by topic what the relay has published, each of the service's topics from 0 on. Safe for use by many threads. */
final class PublishedEvents {

    private static final String WRITER = "internship-service";

    private final MeterRegistry meters;

    PublishedEvents(MeterRegistry meters) {
        this.meters = meters;
        Topics.ALL.stream().filter(topic -> topic.writer().equals(WRITER)).forEach(topic -> count(topic.name(), 0));
    }

    void count(String topic, long events) {
        Counter.builder("talentpipeline.outbox.published")
                .description("Events that left the outbox for their topic")
                .tag("topic", topic)
                .register(meters)
                .increment((double) events);
    }
}
