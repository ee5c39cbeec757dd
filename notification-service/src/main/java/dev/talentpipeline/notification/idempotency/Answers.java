package dev.talentpipeline.notification.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answers given under idempotency keys. Every method takes part in the caller's transaction. */
public interface Answers {

    /**
     * Claims the key for the request. Waits a short while if another transaction holds the key, and fails if that takes too long.
     *
     * @param request hash of everything that makes the request what it is
     * @return what is kept under the key; null if the key was free and is now claimed
     */
    @Nullable Kept claim(String caller, String key, String request, Instant now);

    void keep(String caller, String key, Answer answer);

    /** Forgets what was claimed before that. */
    void forgetBefore(Instant time);

    /** An answer as it went out. */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String tag,
            String body) {}

    /** What is kept under a key: the request it was used for, and its answer. */
    record Kept(String request, Answer answer) {}
}
