package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.webhook.Endpoint.Disabling;
import dev.talentpipeline.notification.webhook.Reply.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an attempt, for the message and for the endpoint.
 *
 * @param nextAttemptAt when a message that stays pending is due again
 * @param notBefore when the endpoint may be tried again, with whatever message
 * @param disabled why the endpoint gets nothing from now on; null: it does
 */
public record Settlement(
        Attempt attempt,
        Message.State state,
        Instant nextAttemptAt,
        int failures,
        @Nullable Instant failingSince,
        Instant notBefore,
        @Nullable Disabling disabled) {

    private static final int GONE = 410;

    /**
     * Decides. A message waits longer after each of its attempts and an endpoint after each of its failures, so neither a message that its
     * endpoint chokes on nor an endpoint that is down holds up anything else. An endpoint that says how long it wants to be left alone is
     * left alone for so long, up to the longest wait.
     *
     * @param giveUpAfter so long a message is tried, and an endpoint may fail
     */
    static Settlement of(
            Claim claim, Attempt attempt, Reply reply, Retries retries, Duration giveUpAfter, RandomGenerator random) {
        Instant now = attempt.at().plusMillis(attempt.durationMs());
        if (reply instanceof Answered answered && claim.kind().isTaken(answered)) {
            return new Settlement(attempt, Message.State.DELIVERED, now, 0, null, now, null);
        }
        Instant failingSince = claim.failingSince() == null ? attempt.at() : claim.failingSince();
        int failures = claim.failures() + 1;
        Disabling disabled = disabling(reply, failingSince, now, giveUpAfter);
        boolean givenUp = disabled != null || !now.isBefore(claim.triedSince().plus(giveUpAfter));
        Duration asked = RetryAfter.of(reply, now, retries.longest());
        return new Settlement(
                attempt,
                givenUp ? Message.State.FAILED : Message.State.PENDING,
                now.plus(longer(asked, retries.after(attempt.number(), random))),
                failures,
                failingSince,
                now.plus(longer(asked, retries.after(failures, random))),
                disabled);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static @Nullable Disabling disabling(Reply reply, Instant failingSince, Instant now, Duration giveUpAfter) {
        if (reply instanceof Answered answered && answered.status() == GONE) {
            return Disabling.GONE;
        }
        return now.isBefore(failingSince.plus(giveUpAfter)) ? null : Disabling.FAILING;
    }
}
