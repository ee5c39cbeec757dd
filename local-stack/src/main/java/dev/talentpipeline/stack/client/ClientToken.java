package dev.talentpipeline.stack.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The token of an OAuth 2 client, kept until shortly before it expires. Of several threads that need a new one, one
 * fetches it and the others wait.
 */
final class ClientToken implements AccessToken {

    private static final Duration RENEW_BEFORE = Duration.ofSeconds(20);

    private final HttpExchange exchange;
    private final StackFile.Client client;
    private final Clock clock;

    private @Nullable String value;
    private Instant renewAt = Instant.MIN;

    ClientToken(HttpExchange exchange, StackFile.Client client, Clock clock) {
        this.exchange = exchange;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public synchronized String current() {
        if (value != null && clock.instant().isBefore(renewAt)) {
            return value;
        }
        Reply reply = exchange.token(client.id(), client.secret());
        JsonNode granted = reply.body().path("access_token");
        if (!reply.successful() || !granted.isString()) {
            throw new TokenRefusedException(client.id(), reply);
        }
        String fresh = granted.asString();
        value = fresh;
        Duration lifetime = Duration.ofSeconds(reply.body().path("expires_in").asLong(60));
        renewAt = clock.instant().plus(lifetime).minus(RENEW_BEFORE);
        return fresh;
    }

    @Override
    public synchronized boolean refused(String token) {
        // Another thread may have renewed it meanwhile: then its token is the one to try.
        if (token.equals(value)) {
            value = null;
        }
        return true;
    }
}
