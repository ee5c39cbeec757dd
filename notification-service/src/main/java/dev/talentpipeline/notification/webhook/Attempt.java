package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.webhook.Reply.Trouble;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a message. Either a status or a trouble is there.
 *
 * @param number from 1 on
 * @param answer first characters of what was answered
 */
public record Attempt(
        int number,
        Instant at,
        int durationMs,
        @Nullable Integer status,
        @Nullable Trouble trouble,
        @Nullable String answer) {

    /** So many characters of an answer are kept. */
    public static final int LONGEST_ANSWER = 500;

    static Attempt of(int number, Instant at, int durationMs, Reply reply) {
        return switch (reply) {
            case Reply.Answered(int status, String beginning, var retryAfter) ->
                new Attempt(number, at, durationMs, status, null, beginning);
            case Reply.Unanswered(Trouble trouble) -> new Attempt(number, at, durationMs, null, trouble, null);
        };
    }
}
