package dev.talentpipeline.notification.webhook;

import org.jspecify.annotations.Nullable;

/** What came of a request to an endpoint. */
public sealed interface Reply {

    /**
     * The endpoint answered.
     *
     * @param beginning first characters of the body, at most {@value Attempt#LONGEST_ANSWER}
     * @param retryAfter the header of that name; null where there was none
     */
    record Answered(int status, String beginning, @Nullable String retryAfter) implements Reply {}

    /** No answer came. */
    record Unanswered(Trouble trouble) implements Reply {}

    /** What keeps an answer from coming. */
    enum Trouble {
        /** The name leads to an address inside, where nobody outside may reach through this service. */
        INTERNAL_ADDRESS,
        UNKNOWN_HOST,
        NO_CONNECTION,
        /** The certificate does not hold, or is another host's. */
        CERTIFICATE,
        TIMEOUT,
        /** The connection broke, or spoke something else than HTTP. */
        BROKEN_CONNECTION
    }
}
