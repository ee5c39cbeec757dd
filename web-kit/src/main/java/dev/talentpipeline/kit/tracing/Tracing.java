package dev.talentpipeline.kit.tracing;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the steps of traces. A step that has a {@code traceparent} goes on with its trace, whatever process that began in and however long ago; one that has none begins a trace.
 * Each step has an id, so that a trace can be followed through events and logs also where nobody collects it. Safe for use by many threads.
 */
public final class Tracing implements AutoCloseable {

    private static final Duration LAST_EXPORT = Duration.ofSeconds(2);

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    Tracing(SdkTracerProvider provider) {
        this.provider = provider;
        tracer = provider.get("dev.talentpipeline");
    }

    /** Gives steps their ids, and nobody sees them. */
    public static Tracing unseen() {
        return new Tracing(
                SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).build());
    }

    /** Answering a request. */
    public Step serve(String name, @Nullable String traceparent) {
        return step(SpanKind.SERVER, name, traceparent);
    }

    /** Processing an event that was read from a topic. */
    public Step process(String topic, @Nullable String traceparent) {
        return kafka(SpanKind.CONSUMER, "process", topic, traceparent);
    }

    /** Writing an event to a topic. */
    public Step send(String topic, @Nullable String traceparent) {
        return kafka(SpanKind.PRODUCER, "send", topic, traceparent);
    }

    /** Asking a system that is not ours for something. */
    public Step ask(String name, @Nullable String traceparent) {
        return step(SpanKind.CLIENT, name, traceparent);
    }

    private Step kafka(SpanKind kind, String operation, String topic, @Nullable String traceparent) {
        return step(kind, operation + " " + topic, traceparent)
                .with("messaging.system", "kafka")
                .with("messaging.operation.name", operation)
                .with("messaging.destination.name", topic);
    }

    private Step step(SpanKind kind, String name, @Nullable String traceparent) {
        return new Step(tracer.spanBuilder(name)
                .setParent(TraceContexts.read(traceparent))
                .setSpanKind(kind)
                .startSpan());
    }

    /** Sends what has not been sent yet, for a moment. */
    @Override
    public void close() {
        provider.shutdown().join(LAST_EXPORT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
