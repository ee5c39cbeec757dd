package dev.talentpipeline.internship.roll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which a student claims their entry of the roll.
 *
 * @param hash of the secret in it, which is kept nowhere
 * @param given by whom; null: not known
 * @param claimKey hash of the key that the claim by this link came with; null: it came with none, or did not come
 * @param expiresAt from when on it claims nothing
 */
public record ClaimLink(
        String hash,
        UUID entry,
        @Nullable Given given,
        @Nullable String claimKey,
        Instant expiresAt) {

    /**
     * Who had the secret in their hands before the student had it.
     *
     * @param by the account
     * @param forAccount whose rights it used; null: its own
     */
    public record Given(String by, @Nullable String forAccount, Instant at) {}

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
