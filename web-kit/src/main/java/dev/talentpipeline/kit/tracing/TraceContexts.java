package dev.talentpipeline.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The context of a trace as it stands in a header, a column or an event: {@code 00-<trace id>-<span id>-<flags>}
 * (<a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>, {@code traceparent}).
 */
public final class TraceContexts {

    /** The name of the header. */
    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> ONLY_THAT = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return key.equals(HEADER) ? traceparent : null;
        }
    };

    private TraceContexts() {}

    /** That of what this thread is doing; null where nothing is traced. */
    public static @Nullable String current() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? text(context) : null;
    }

    /** The trace that this thread works for; null where nothing is traced. */
    public static @Nullable String currentTraceId() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? context.getTraceId() : null;
    }

    static String text(SpanContext context) {
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    /** What a text says; where it says nothing well formed, a context that is the beginning of a trace. */
    static Context read(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, ONLY_THAT);
    }
}
