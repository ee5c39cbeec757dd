package dev.talentpipeline.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class NamingConventionsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    NamingConventionsTest() {
        meters.config().meterFilter(new NamingConventions());
    }

    @Test
    void leavesOutWhatIsMeasuredInNoBaseUnitOrCalledAsNobodyShould() {
        FunctionCounter.builder("process.cpu.time", this, test -> 1)
                .baseUnit("ns")
                .register(meters);
        FunctionCounter.builder("kafka.producer.io.time.ns", this, test -> 1).register(meters);
        Gauge.builder("system.cpu.count", () -> 2).register(meters);
        meters.counter("security.RateLimitFilter.after");
        meters.counter("jvm.threads.started");
        Gauge.builder("jvm.memory.used", () -> 1).baseUnit("bytes").register(meters);

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactlyInAnyOrder("jvm.threads.started", "jvm.memory.used");
    }

    @Test
    void describesWhatALibraryDoesNotDescribeAndNothingElse() {
        meters.timer("http.server.requests", "status", "200");
        meters.counter("spring.kafka.template");
        meters.counter("talentpipeline.mails");
        Gauge.builder("jvm.memory.used", () -> 1).description("Memory in use").register(meters);

        assertThat(meters.getMeters())
                .extracting(Meter::getId)
                .extracting(Meter.Id::getName, Meter.Id::getDescription)
                .containsExactlyInAnyOrder(
                        tuple("http.server.requests", "Requests that were answered"),
                        tuple("spring.kafka.template", "spring kafka template"),
                        tuple("talentpipeline.mails", null),
                        tuple("jvm.memory.used", "Memory in use"));
    }
}
