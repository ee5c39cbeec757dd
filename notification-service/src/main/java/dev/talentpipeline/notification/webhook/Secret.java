package dev.talentpipeline.notification.webhook;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A key that an organisation and this service share.
 *
 * @param value {@code whsec_} and the key in Base64
 * @param expiresAt when it signs no more; null for the newest one
 */
public record Secret(
        String value, Instant createdAt, @Nullable Instant expiresAt) {

    static final int KEY_BYTES = 32;
    private static final String PREFIX = "whsec_";

    static Secret of(byte[] key, Instant now) {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key), now, null);
    }

    byte[] key() {
        return Base64.getDecoder().decode(value.substring(PREFIX.length()));
    }

    Secret until(Instant end) {
        return new Secret(value, createdAt, end);
    }

    boolean isNewest() {
        return expiresAt == null;
    }

    /** Does not tell the secret, since records end in logs. */
    @Override
    public String toString() {
        return "Secret[createdAt=" + createdAt + ", expiresAt=" + expiresAt + "]";
    }
}
