package dev.talentpipeline.kit.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final CollectedSpans collected = new CollectedSpans();
    private final Tracing tracing = collected.tracing();

    @Test
    void aStepGoesOnWithTheTraceThatItIsGiven() {
        try (Step step = tracing.process("offers", PARENT)) {
            assertThat(step.traceparent())
                    .startsWith("00-" + TRACE + "-")
                    .endsWith("-01")
                    .isNotEqualTo(PARENT);
        }
        SpanData span = collected.named("process offers");
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
    }

    @Test
    void aStepThatIsGivenNothingOrNothingWellFormedBeginsATrace() {
        for (String given : new String[] {null, "", "nonsense", "00-" + "0".repeat(32) + "-b7ad6b7169203331-01"}) {
            tracing.send("offers", given).close();
            SpanData span = collected.named("send offers");
            assertThat(span.getParentSpanId()).as("%s", given).isEqualTo("0000000000000000");
            assertThat(span.getTraceId()).as("%s", given).isNotEqualTo("0".repeat(32));
        }
    }

    @Test
    void whatAThreadIsDoingIsKnownUntilItIsClosedAndThenWhatItDidBefore() {
        assertThat(TraceContexts.current()).isNull();
        try (Step outer = tracing.serve("GET", PARENT).here()) {
            try (Step inner = tracing.ask("send mail", null).here()) {
                assertThat(TraceContexts.current()).isEqualTo(inner.traceparent());
                assertThat(MDC.get(Step.MDC_KEY)).isEqualTo(TraceContexts.currentTraceId());
            }
            assertThat(TraceContexts.current()).isEqualTo(outer.traceparent());
            assertThat(MDC.get(Step.MDC_KEY)).isEqualTo(TRACE);
        }
        assertThat(TraceContexts.current()).isNull();
        assertThat(MDC.get(Step.MDC_KEY)).isNull();
    }

    @Test
    void whereNobodyCollectsEachStepHasAnIdOfTheSameTraceAllTheSame() {
        Tracing unseen = Tracing.unseen();

        String first = unseen.serve("PUT", null).traceparent();
        String second = unseen.send("offers", first).traceparent();

        assertThat(second)
                .as("of the same trace, another step, and not sampled")
                .matches(first.substring(0, 36) + "[0-9a-f]{16}-0[02]")
                .isNotEqualTo(first);
    }

    @Test
    void theIdOfAnEventIsToldAndNothingElseThatStandsInItsPlace() {
        for (String id : new String[] {"3f0c4e52-6f0b-4d6b-9d55-0a4a8f4c1e06", "王小明 13800000000"}) {
            tracing.process("offers", null).event(id).close();
        }
        assertThat(collected.spans())
                .extracting(span -> span.getAttributes().asMap().containsValue("3f0c4e52-6f0b-4d6b-9d55-0a4a8f4c1e06"))
                .containsExactly(true, false);
        assertThat(collected.spans().getLast().toString()).doesNotContain("王小明");
    }

    @Test
    void ofAFailureOnlyTheTypeIsTold() {
        try (Step step = tracing.process("offers", null)) {
            step.failed(IllegalStateException.class.getName());
        }
        SpanData span = collected.named("process offers");
        assertThat(span.getStatus()).isEqualTo(StatusData.error());
        assertThat(span.getEvents()).isEmpty();
        assertThat(span.getAttributes().asMap().values()).contains("java.lang.IllegalStateException");
    }
}
