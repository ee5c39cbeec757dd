package dev.talentpipeline.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MetricsAutoConfigurationTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class));

    @Test
    void whatKafkasClientsMeasureOfThemselvesIsShownOnlyIfSomebodyAsksForIt() {
        service.run(context -> assertThat(
                        shown(context.getBeansOfType(MeterFilter.class).values()))
                .containsExactly("talentpipeline.clearings"));
        service.withPropertyValues("talentpipeline.metrics.of-kafka=true")
                .run(context -> assertThat(
                                shown(context.getBeansOfType(MeterFilter.class).values()))
                        .containsExactlyInAnyOrder(
                                "talentpipeline.clearings", "kafka.consumer.fetch.manager.records.lag"));
    }

    private static Iterable<String> shown(Iterable<MeterFilter> filters) {
        MeterRegistry meters = new SimpleMeterRegistry();
        filters.forEach(meters.config()::meterFilter);
        meters.gauge("kafka.consumer.fetch.manager.records.lag", 1);
        meters.counter("talentpipeline.clearings");
        return meters.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .toList();
    }
}
