package dev.talentpipeline.monitoring.redrive;

import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.deadletter.Sending;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters that somebody had sent again.
 *
 * @param by the account that asked for it
 * @param onBehalfOf whose rights it used; null: its own
 * @param why what it said about the reason
 * @param perMinute how many leave in a minute at most
 * @param events how many there are
 * @param states how many of them are where
 * @param stoppedBy the account that stopped it; null: nobody did
 */
public record Redrive(
        UUID id,
        Instant createdAt,
        String by,
        @Nullable String onBehalfOf,
        String why,
        Selection selection,
        int perMinute,
        int events,
        Map<Sending, Integer> states,
        @Nullable Instant stoppedAt,
        @Nullable String stoppedBy) {

    public static final int MOST_PER_MINUTE = 6_000;
    public static final int USUAL_PER_MINUTE = 600;

    /** So many are sent by one decision: nobody oversees more. */
    public static final int MOST_EVENTS = 5_000;

    public static final int LONGEST_WHY = 500;

    /** How far it is. */
    public enum State {
        RUNNING,
        /** Somebody stopped it; of what had left, answers may still come. */
        STOPPED,
        /** Nothing is left to send, and all has been answered. */
        DONE
    }

    public Redrive {
        states = Map.copyOf(states);
    }

    public State state() {
        if (stoppedAt != null) {
            return State.STOPPED;
        }
        return states.getOrDefault(Sending.QUEUED, 0) + states.getOrDefault(Sending.SENT, 0) == 0
                ? State.DONE
                : State.RUNNING;
    }
}
