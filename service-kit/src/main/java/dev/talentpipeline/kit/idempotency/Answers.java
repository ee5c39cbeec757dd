package dev.talentpipeline.kit.idempotency;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers given under idempotency keys. */
public interface Answers {

    /**
     * Claims the key for the request in the running transaction. Waits a short while if another transaction holds the key; once
     * that one committed, gives what it left. A wait that takes too long fails, so that no crowd of repeated requests holds every
     * connection of the pool.
     *
     * @param request hash of everything that makes the request what it is
     * @param path with the query, by which the answer is found when somebody is erased whom they name
     * @return what is kept under the key; null if the key was free and is now claimed
     */
    @Nullable Kept claim(String caller, String key, String request, String path, Instant now);

    /** Keeps the answer to the claimed key. */
    void keep(String caller, String key, Answer answer);

    /** Gives the claimed key back, with nothing kept under it. */
    void release(String caller, String key);

    /** Forgets what was claimed before that; says how much. */
    int forgetBefore(Instant time);

    /** An answer as it went out. */
    record Answer(int status, Map<String, String> headers, String body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** What is kept under a key: the request it was used for, and its answer. */
    record Kept(String request, Answer answer) {}
}
