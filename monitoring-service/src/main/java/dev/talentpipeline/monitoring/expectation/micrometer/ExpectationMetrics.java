package dev.talentpipeline.monitoring.expectation.micrometer;

import dev.talentpipeline.monitoring.expectation.Rule;
import dev.talentpipeline.monitoring.expectation.Rules;
import dev.talentpipeline.monitoring.expectation.Standing;
import dev.talentpipeline.monitoring.expectation.WatchingExpectations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * Tells of every rule how much waits, {@code talentpipeline_expectations_open{rule}}, how much of it for too long, {@code talentpipeline_expectations_overdue{rule}}, and how old
 * the oldest overdue one is, {@code talentpipeline_expectations_oldest_seconds{rule}}; 0: none is.
 */
@Component
final class ExpectationMetrics implements MeterBinder {

    private final WatchingExpectations watching;
    private final Clock clock;

    ExpectationMetrics(WatchingExpectations watching, Clock clock) {
        this.watching = watching;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Rule rule : Rules.ALL) {
            gauge(
                    meters,
                    "talentpipeline.expectations.open",
                    "",
                    "What waits for something that has to follow",
                    rule,
                    Standing.Counts::open);
            gauge(
                    meters,
                    "talentpipeline.expectations.overdue",
                    "",
                    "What has waited for longer than operations lets it",
                    rule,
                    Standing.Counts::overdue);
            gauge(
                    meters,
                    "talentpipeline.expectations.oldest",
                    "seconds",
                    "How long the oldest that is overdue has waited; 0: none is",
                    rule,
                    this::oldestSeconds);
        }
    }

    private void gauge(
            MeterRegistry meters,
            String name,
            String unit,
            String description,
            Rule rule,
            ToDoubleFunction<Standing.Counts> value) {
        Gauge.builder(
                        name,
                        () -> watching.seen().stream()
                                .filter(standing -> standing.rule().equals(rule))
                                .mapToDouble(standing -> value.applyAsDouble(standing.counts()))
                                .findFirst()
                                .orElse(0))
                .baseUnit(unit.isEmpty() ? null : unit)
                .description(description)
                .tag("rule", rule.name())
                .register(meters);
    }

    private double oldestSeconds(Standing.Counts counts) {
        return counts.oldestAt() == null
                ? 0
                : Duration.between(counts.oldestAt(), clock.instant()).toSeconds();
    }
}
