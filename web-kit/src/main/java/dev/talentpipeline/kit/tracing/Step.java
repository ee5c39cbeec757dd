package dev.talentpipeline.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * One piece of work of a trace, from {@link Tracing} until it is closed. What is put down about it are ids, names of routes and topics, and codes: nothing that a person wrote or
 * is called. Of a failure only the type is told, since messages hold values. Used by one thread at a time.
 */
public final class Step implements AutoCloseable {

    /** Under this key the trace stands in the log context of what is done {@link #here}. */
    public static final String MDC_KEY = "traceId";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,150}");

    private final Span span;
    private @Nullable Scope scope;
    private @Nullable String outerTraceId;

    Step(Span span) {
        this.span = span;
    }

    /** Makes it what this thread is doing, until it is closed by the same thread. */
    @SuppressWarnings("MustBeClosedChecker") // It is closed with the step.
    public Step here() {
        outerTraceId = MDC.get(MDC_KEY);
        MDC.put(MDC_KEY, span.getSpanContext().getTraceId());
        scope = span.makeCurrent();
        return this;
    }

    /** By which others go on from here. */
    public String traceparent() {
        return TraceContexts.text(span.getSpanContext());
    }

    /** Calls it otherwise, now that more is known. */
    public void name(String name) {
        span.updateName(name);
    }

    /** It is about the event of that id. Whoever writes to a topic may put anything there, and what is no id is not told. */
    public Step event(@Nullable String id) {
        if (id != null && ID.matcher(id).matches()) {
            span.setAttribute("messaging.message.id", id);
        }
        return this;
    }

    public Step with(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    public Step with(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /**
     * It did not succeed.
     *
     * @param type a code, or the type of a fault
     */
    public void failed(String type) {
        span.setStatus(StatusCode.ERROR).setAttribute("error.type", type);
    }

    @Override
    public void close() {
        Scope open = scope;
        if (open != null) {
            open.close();
            scope = null;
            if (outerTraceId == null) {
                MDC.remove(MDC_KEY);
            } else {
                MDC.put(MDC_KEY, outerTraceId);
            }
        }
        span.end();
    }
}
