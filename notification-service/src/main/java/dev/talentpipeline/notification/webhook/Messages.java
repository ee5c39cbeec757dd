package dev.talentpipeline.notification.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages to all endpoints. Every method takes part in the caller's transaction. */
public interface Messages {

    /** Adds each unless its endpoint has one of the same event. */
    void add(List<Addition> messages);

    /**
     * A message that is to be sent.
     *
     * @param traceparent of the step by which its sending goes on; null: of what the thread is doing
     */
    record Addition(Message message, @Nullable String traceparent) {}

    Optional<Message> find(UUID endpointId, UUID id);

    /** Makes the message pending and due, and its endpoint too, whatever it failed in before. */
    void sendAgain(Message message, Instant now);

    /** Counts from now on how long pending messages are tried and endpoints fail: while nothing left, nothing could arrive. */
    void tryAnewFrom(Instant now);

    /** Gives up what is pending for the endpoint. */
    void giveUp(UUID endpointId, Instant now);

    /**
     * A page, newest first.
     *
     * @param state null: in whatever state
     */
    List<Message> page(UUID endpointId, Message.@Nullable State state, @Nullable Position after, int limit);

    Map<UUID, List<Attempt>> attempts(Collection<UUID> messages);

    /** Forgets what was answered to messages about the person; what is answered to them after the erasure is not kept. */
    void forgetAnswersAbout(String personId);

    /** Removes what was settled before, with its attempts. */
    void forgetSettledBefore(Instant time);

    /** A place in the list: everything after it is older, or as old with a lower id. */
    record Position(Instant createdAt, UUID id) {}
}
