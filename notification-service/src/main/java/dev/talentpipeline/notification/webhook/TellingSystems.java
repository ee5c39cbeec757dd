package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.contact.ContactWatcher;
import dev.talentpipeline.notification.webhook.Messages.Addition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down what the systems of organisations are to be told, and forgets what they said of people who are erased. The caller opens the transaction. */
public final class TellingSystems implements ContactWatcher {

    private final Endpoints endpoints;
    private final Messages messages;
    private final Bodies bodies;
    private final Clock clock;

    TellingSystems(Endpoints endpoints, Messages messages, Bodies bodies, Clock clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Makes one message for each endpoint of the organisations concerned, however often it happens. */
    public void happened(Happening happening) {
        happened(List.of(happening));
    }

    /** The same of many. */
    public void happened(List<Happening> happenings) {
        List<Endpoint> enabled = endpoints.enabledOf(happenings.stream()
                .flatMap(happening -> happening.organisations().stream())
                .collect(Collectors.toSet()));
        Instant now = clock.instant();
        messages.add(happenings.stream()
                .flatMap(happening -> enabled.stream()
                        .filter(endpoint -> happening.organisations().contains(endpoint.organisation()))
                        .map(endpoint -> new Addition(
                                Message.of(happening, endpoint.id(), bodies.of(happening, endpoint.address()), now),
                                happening.traceparent())))
                .toList());
    }

    @Override
    public void contactArrived(String personId) {
        // Messages name nobody, so there is nothing that a contact changes.
    }

    @Override
    public void personErased(String personId) {
        messages.forgetAnswersAbout(personId);
    }
}
