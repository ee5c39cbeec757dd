package dev.talentpipeline.kit.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** By what a request is found again. */
public final class Correlation {

    /** Under this key it stands in the log context. */
    public static final String MDC_KEY = "correlationId";

    /** Under this name the id of a request's trace stands among its attributes, where it is still found while an error is answered. */
    public static final String TRACE_ATTRIBUTE = "dev.talentpipeline.traceId";

    private Correlation() {}

    /** The correlation id of the request that the current thread serves; null outside a request. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }
}
