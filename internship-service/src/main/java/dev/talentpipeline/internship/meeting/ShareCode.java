package dev.talentpipeline.internship.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a student gives to one company that they know, so that the two can meet. Only its hash is kept; who is to redeem it has it from
 * the student.
 *
 * @param meeting what it was redeemed into; null before that
 * @param company that redeemed it; null before that
 */
public record ShareCode(
        UUID id,
        String programme,
        UUID student,
        UUID person,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable UUID meeting,
        @Nullable String company) {

    /** Digits and letters of which none is taken for another (Crockford's base 32): 12 of them are 60 bits. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    /** Where a code stands. */
    public enum Status {
        ACTIVE,
        REDEEMED,
        REVOKED,
        EXPIRED
    }

    public Status status(Instant now) {
        if (meeting != null) {
            return Status.REDEEMED;
        }
        if (revokedAt != null) {
            return Status.REVOKED;
        }
        return now.isBefore(expiresAt) ? Status.ACTIVE : Status.EXPIRED;
    }

    /** Whether there is anything to take back. */
    public boolean isRevocable(Instant now) {
        return status(now) == Status.ACTIVE;
    }

    /**
     * A new code as it is read out, in groups of four.
     *
     * @param random gives a whole number from 0 up to, but not including, its argument
     */
    static String draw(IntUnaryOperator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.applyAsInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What is kept of a code. However it is typed, with or without hyphens, in any case, and with O for 0 or I and L for 1, the hash is the same. */
    static String hash(String code) {
        String read = code.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(read.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
