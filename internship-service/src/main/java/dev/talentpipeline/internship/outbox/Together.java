package dev.talentpipeline.internship.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Marks everything that some work tells as one batch: it goes out in one Kafka transaction, so that whoever reads what is committed sees
 * all of it or nothing. For work that changes much at once and makes sense only as a whole.
 */
public final class Together {

    private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

    private Together() {}

    /** The batch that this thread tells; null: what it tells stands for itself. */
    public static @Nullable UUID current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** Does the work as the batch. */
    public static <R, X extends Throwable> R as(UUID batch, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, batch).call(work);
    }
}
