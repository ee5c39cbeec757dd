package dev.talentpipeline.notification.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a notice has got on one channel.
 *
 * @param messageId the identity under which the channel's receivers recognise a repetition
 * @param reason why it failed, or why the last attempt did; names no person and no address
 * @param settledAt when it was sent or given up
 */
public record Delivery(
        Channel channel,
        State state,
        int attempts,
        @Nullable String messageId,
        @Nullable String reason,
        @Nullable Instant settledAt) {

    /** WAITING: not sent yet. SENT: handed over. FAILED: given up. */
    public enum State {
        WAITING,
        SENT,
        FAILED
    }

    static Delivery waiting(Channel channel) {
        return new Delivery(channel, State.WAITING, 0, null, null, null);
    }
}
