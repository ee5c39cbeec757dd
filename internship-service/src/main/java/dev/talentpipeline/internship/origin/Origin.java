package dev.talentpipeline.internship.origin;

import dev.talentpipeline.kit.tracing.TraceContexts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a change came from; it travels with every event that the change brings about.
 *
 * @param correlationId the same for everything that one request or one incoming event brought about
 * @param causationId id of the event that this answers; null for a request
 * @param traceparent W3C trace context of the step in which it is made; null if it belongs to no trace
 */
public record Origin(
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    /** The origin of what this thread is doing; of work that the service does by itself, a new one. */
    public static Origin current() {
        return CURRENT.isBound()
                ? CURRENT.get()
                : new Origin(UUID.randomUUID().toString(), null, TraceContexts.current());
    }

    /** Does the work as of this origin. */
    public <R, X extends Throwable> R of(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
