package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.webhook.Messages.Position;
import dev.talentpipeline.notification.webhook.Outcome.Disabled;
import dev.talentpipeline.notification.webhook.Outcome.Done;
import dev.talentpipeline.notification.webhook.Outcome.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Organisations look at what their endpoints were sent, have it sent again, and try an endpoint out. The caller opens the transaction. */
public final class KeepingMessages {

    private final Endpoints endpoints;
    private final Messages messages;
    private final Bodies bodies;
    private final Supplier<UUID> ids;
    private final Clock clock;

    KeepingMessages(Endpoints endpoints, Messages messages, Bodies bodies, Supplier<UUID> ids, Clock clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.bodies = bodies;
        this.ids = ids;
        this.clock = clock;
    }

    /** A message, and how each attempt went, first to last. */
    public record Logged(Message message, List<Attempt> attempts) {}

    /**
     * What an endpoint was sent, newest first.
     *
     * @param organisation whose endpoint it must be; null: anybody's
     */
    public Optional<List<Logged>> page(
            @Nullable String organisation,
            UUID endpointId,
            Message.@Nullable State state,
            @Nullable Position after,
            int limit) {
        return endpoints
                .find(endpointId)
                .filter(endpoint ->
                        organisation == null || endpoint.organisation().equals(organisation))
                .map(endpoint -> logged(messages.page(endpointId, state, after, limit)));
    }

    /** Sends a test, at once, whatever the endpoint failed in before. */
    public Outcome<Logged> test(String organisation, UUID endpointId) {
        return toEnabled(organisation, endpointId, (endpoint, now) -> {
            Message test = Message.test(ids.get(), endpointId, bodies.test(endpoint.address(), now), now);
            messages.add(List.of(new Messages.Addition(test, null)));
            messages.sendAgain(test, now);
            return Optional.of(test);
        });
    }

    /** Sends it again, at once and under its id, so that a receiver who has it knows it. */
    public Outcome<Logged> resend(String organisation, UUID endpointId, UUID id) {
        return toEnabled(organisation, endpointId, (endpoint, now) -> {
            Optional<Message> message = messages.find(endpointId, id);
            message.ifPresent(found -> messages.sendAgain(found, now));
            return message;
        });
    }

    private Outcome<Logged> toEnabled(
            String organisation, UUID endpointId, BiFunction<Endpoint, Instant, Optional<Message>> work) {
        Optional<Endpoint> endpoint =
                endpoints.lock(endpointId).filter(found -> found.organisation().equals(organisation));
        if (endpoint.isEmpty()) {
            return new NotFound<>();
        }
        if (endpoint.get().disabled() != null) {
            return new Disabled<>(endpoint.get().disabled());
        }
        Optional<Message> message = work.apply(endpoint.get(), clock.instant());
        return message.flatMap(sent -> messages.find(endpointId, sent.id()))
                .map(sent -> new Done<>(logged(List.of(sent)).getFirst()))
                .<Outcome<Logged>>map(done -> done)
                .orElseGet(NotFound::new);
    }

    private List<Logged> logged(List<Message> page) {
        Map<UUID, List<Attempt>> attempts =
                messages.attempts(page.stream().map(Message::id).toList());
        Stream<Logged> logged =
                page.stream().map(message -> new Logged(message, attempts.getOrDefault(message.id(), List.of())));
        return logged.toList();
    }
}
