package dev.talentpipeline.console.identity;

import java.time.Duration;
import java.time.Instant;

/** Makes the signed tokens that every service accepts. */
public interface Tokens {

    Token issue(Identity identity, Duration lifetime);

    /** A bearer token; its value is a secret until it expires. */
    record Token(String value, Instant expiresAt) {

        @Override
        public String toString() {
            return "Token[expiresAt=" + expiresAt + "]";
        }
    }
}
