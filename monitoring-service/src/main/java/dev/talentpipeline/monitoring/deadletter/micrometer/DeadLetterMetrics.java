package dev.talentpipeline.monitoring.deadletter.micrometer;

import dev.talentpipeline.kit.metrics.SampledGauges;
import dev.talentpipeline.monitoring.deadletter.DeadLetters;
import dev.talentpipeline.schemas.ConsumerGroup;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Tells of every declared reader how many dead letters wait for somebody, {@code talentpipeline_dead_letters_open{group}}. */
@Component
final class DeadLetterMetrics implements MeterBinder {

    private final DeadLetters letters;
    private final SampledGauges gauges;

    DeadLetterMetrics(DeadLetters letters, SampledGauges gauges) {
        this.letters = letters;
        this.gauges = gauges;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (ConsumerGroup group : ConsumerGroup.values()) {
            gauges.add(
                    "talentpipeline.dead.letters.open",
                    "",
                    Tags.of("group", group.id()),
                    "Events that the reader could not process, and of which nothing has come since",
                    () -> letters.open(group.id()));
        }
    }
}
