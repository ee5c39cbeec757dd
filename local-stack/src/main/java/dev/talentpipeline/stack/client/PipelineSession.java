package dev.talentpipeline.stack.client;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The API as one identity sees it. Paths begin at the origin, {@code /api/v1/…}, and are sent as they are; bodies are
 * anything that Jackson writes: records, maps, nodes; bytes are sent as they are. An answer of any status is a {@link Reply}; only a connection
 * that fails is an exception ({@link java.io.UncheckedIOException}).
 */
public final class PipelineSession {

    private final HttpExchange exchange;
    private final AccessToken token;
    private final Map<String, String> headers;

    PipelineSession(HttpExchange exchange, AccessToken token) {
        this(exchange, token, Map.of());
    }

    /**
     * A session whose calls carry more than a token.
     *
     * @param headers of every call
     */
    PipelineSession(HttpExchange exchange, AccessToken token, Map<String, String> headers) {
        this.exchange = exchange;
        this.token = token;
        this.headers = Map.copyOf(headers);
    }

    /** What every call of this session carries now, for a client of another make. */
    public Map<String, String> headersNow() {
        String bearer = token.current();
        if (bearer == null) {
            return headers;
        }
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + bearer);
        return Map.copyOf(all);
    }

    public Reply get(String path) {
        return send("GET", path, null, null);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body, null);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, null);
    }

    /** Posts under an idempotency key of its own. */
    public Reply post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Reply post(String path, Object body, String idempotencyKey) {
        return send("POST", path, body, idempotencyKey);
    }

    private Reply send(String method, String path, @Nullable Object body, @Nullable String idempotencyKey) {
        String bearer = token.current();
        Reply reply = exchange.send(method, path, body, bearer, idempotencyKey, headers);
        // A token can be refused before its time when the console was set up anew.
        if (reply.status() == 401 && bearer != null && token.refused(bearer)) {
            return exchange.send(method, path, body, token.current(), idempotencyKey, headers);
        }
        return reply;
    }
}
