package dev.talentpipeline.matching.topology;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts what the market does. No meter carries a programme or a person. */
final class MatchingMeters {

    private final EventCounters events;
    private final Timer clearings;
    private final Counter proposals;
    private final Counter repeated;
    private final Counter unsound;

    MatchingMeters(EventCounters events, MeterRegistry meters) {
        this.events = events;
        events.begin(ConsumerGroup.MATCHING_SERVICE.topics().stream()
                .map(Topic::name)
                .toList());
        clearings = Timer.builder("talentpipeline.clearings")
                .description("Clearings, verification included")
                .publishPercentileHistogram()
                .register(meters);
        proposals = Counter.builder("talentpipeline.proposals")
                .description("Proposals released")
                .register(meters);
        repeated = Counter.builder("talentpipeline.proposals.repeated")
                .description("Proposals sent again for want of an answer")
                .register(meters);
        unsound = Counter.builder("talentpipeline.clearings.unsound")
                .description("Clearings that failed or did not stand their verification; any is an alarm")
                .register(meters);
    }

    EventCounters events() {
        return events;
    }

    void cleared(Report report) {
        clearings.record(report.took());
        proposals.increment(report.proposals());
    }

    void repeated() {
        repeated.increment();
    }

    void unsound() {
        unsound.increment();
    }
}
