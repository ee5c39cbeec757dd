package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Tokens;
import dev.talentpipeline.console.identity.Tokens.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The token that stands for a session towards the services. It lives a minute, so that one which leaks from an internal hop
 * is soon worthless, and is used for most of that minute, so that a page of ten calls is signed once.
 *
 * <p>Safe for many threads.
 */
@Component
public final class SessionTokens {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration KEPT_BEFORE_EXPIRY = Duration.ofSeconds(20);
    private static final int SWEPT_ABOVE_TOKENS = 1_000;

    private final Tokens tokens;
    private final Clock clock;
    private final Map<Identity, Token> cached = new ConcurrentHashMap<>();

    SessionTokens(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    public String bearerTokenOf(Identity identity) {
        Instant now = clock.instant();
        if (cached.size() > SWEPT_ABOVE_TOKENS) {
            cached.values().removeIf(token -> !fresh(token, now));
        }
        Token token = cached.compute(
                identity, (key, before) -> before != null && fresh(before, now) ? before : tokens.issue(key, LIFETIME));
        return token.value();
    }

    private static boolean fresh(Token token, Instant now) {
        return token.expiresAt().minus(KEPT_BEFORE_EXPIRY).isAfter(now);
    }
}
