package dev.talentpipeline.internship.roll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A link by which a student claims their entry of the roll.
 *
 * @param hash of the secret in it, which is kept nowhere
 * @param expiresAt from when on it claims nothing
 */
public record ClaimLink(String hash, UUID entry, Instant expiresAt) {

    /** What is kept of a secret. */
    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
