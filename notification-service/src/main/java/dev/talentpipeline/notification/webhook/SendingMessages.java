package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.kit.tracing.Tracing;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages: claim, send, settle. Of one endpoint a single message is under way at a time, each on a thread of its own, and no more
 * than a fixed number of all, of which neither an organisation nor a host gets more than a part: so targets that hang keep back nothing but their own
 * messages. Whoever dies between sending and settling
 * leaves a claim that ends by itself, and the message goes out again under its old id.
 *
 * <p>{@link #sendNext()} is called by one thread.
 */
public final class SendingMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SendingMessages.class);

    private final Outgoing outgoing;
    private final Targets targets;
    private final Rules rules;
    private final Executor threads;
    private final Semaphore free;
    private final UnderWay underWay;
    private final BiConsumer<Reply, Message.State> observer;
    private final Tracing tracing;
    private final Runnable afterwards;
    private final Supplier<UUID> tokens;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * When is sent again, and how much at a time.
     *
     * @param lease how long a claim holds; longer than any request can take
     */
    public record Rules(
            Duration firstRetry, Duration longestRetry, Duration giveUpAfter, Duration lease, int mostAtOnce) {}

    /**
     * @param observer is told what came of each attempt
     * @param afterwards is called when an endpoint is free again
     */
    public SendingMessages(
            Outgoing outgoing,
            Targets targets,
            Rules rules,
            Executor threads,
            BiConsumer<Reply, Message.State> observer,
            Tracing tracing,
            Runnable afterwards,
            Supplier<UUID> tokens,
            Clock clock,
            RandomGenerator random) {
        this.outgoing = outgoing;
        this.targets = targets;
        this.rules = rules;
        this.threads = threads;
        this.free = new Semaphore(rules.mostAtOnce());
        this.underWay = new UnderWay(rules.mostAtOnce());
        this.observer = observer;
        this.tracing = tracing;
        this.afterwards = afterwards;
        this.tokens = tokens;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Starts to send the next message that is due, and waits with it until a place is free.
     *
     * @return whether one was due
     */
    public boolean sendNext() throws InterruptedException {
        free.acquire();
        Optional<Claim> claim = Optional.empty();
        try {
            Instant now = clock.instant();
            claim = outgoing.claim(tokens.get(), now, now.plus(rules.lease()), underWay.full());
            claim.ifPresent(claimed -> {
                underWay.begin(claimed);
                threads.execute(() -> sendAndLetGo(claimed));
            });
            return claim.isPresent();
        } finally {
            if (claim.isEmpty()) {
                free.release();
            }
        }
    }

    private void sendAndLetGo(Claim claim) {
        try {
            send(claim);
        } catch (RuntimeException e) {
            // Its claim ends by itself, and it is sent again.
            LOG.warn("Message {} could not be settled and is sent again", claim.messageId(), e);
        } finally {
            underWay.end(claim);
            free.release();
            afterwards.run();
        }
    }

    private void send(Claim claim) {
        Instant at = clock.instant();
        long beganNanos = System.nanoTime();
        Reply reply = posted(claim, at);
        int durationMs =
                Math.toIntExact(Duration.ofNanos(System.nanoTime() - beganNanos).toMillis());
        Attempt attempt = Attempt.of(claim.attempts() + 1, at, durationMs, reply);
        Settlement settlement = Settlement.of(
                claim,
                attempt,
                reply,
                new Retries(rules.firstRetry(), rules.longestRetry()),
                rules.giveUpAfter(),
                random);
        if (outgoing.settle(claim, settlement)) {
            observer.accept(reply, settlement.state());
        } else {
            LOG.warn(
                    "Message {} took longer than its claim held, and was settled elsewhere or removed",
                    claim.messageId());
        }
    }

    /** Posts a message as the last step of what brought it about. The address may hold secrets and is not told. */
    private Reply posted(Claim claim, Instant at) {
        try (Step step = tracing.ask("send webhook", claim.traceparent()).here()) {
            step.with("talentpipeline.message_id", claim.messageId().toString())
                    .with("talentpipeline.attempt", claim.attempts() + 1);
            Reply reply = targets.post(target(claim, at), headers(claim, at), claim.body());
            switch (reply) {
                case Reply.Answered answered -> step.with("http.response.status_code", answered.status());
                case Reply.Unanswered unanswered ->
                    step.failed(unanswered.trouble().name());
            }
            return reply;
        }
    }

    private static URI target(Claim claim, Instant at) {
        String secret = claim.robotSecret();
        return secret == null ? claim.url() : RobotSignature.signed(claim.url(), secret, at);
    }

    private static Map<String, String> headers(Claim claim, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (claim.kind() == EndpointKind.STANDARD) {
            String id = claim.messageId().toString();
            long seconds = at.getEpochSecond();
            headers.put("webhook-id", id);
            headers.put("webhook-timestamp", Long.toString(seconds));
            headers.put("webhook-signature", Signature.of(claim.secrets(), id, seconds, claim.body()));
        }
        return headers;
    }
}
