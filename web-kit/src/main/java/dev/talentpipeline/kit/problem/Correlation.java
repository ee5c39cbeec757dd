package dev.talentpipeline.kit.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The correlation id of the request that the current thread serves. */
public final class Correlation {

    /** Under this key it stands in the log context. */
    public static final String MDC_KEY = "correlationId";

    private Correlation() {}

    /** The id, or null outside a request. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }
}
