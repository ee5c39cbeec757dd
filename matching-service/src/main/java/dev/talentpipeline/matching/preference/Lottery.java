package dev.talentpipeline.matching.preference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The lottery that breaks ties: a member's number is the first eight bytes of SHA-256 over the programme's seed, a slash and the
 * member's id, read as an unsigned number; the lower number wins. Anyone who knows the seed can draw it again.
 */
public final class Lottery {

    private final String seed;
    private final MessageDigest digest;

    public Lottery(String seed) {
        this.seed = seed;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform.", e);
        }
    }

    /** The number of a member; to be compared as unsigned. */
    public long numberOf(String memberId) {
        byte[] hash = digest.digest((seed + "/" + memberId).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }

    /** The number as it is shown: 16 hexadecimal digits, which sort as the numbers do. */
    public static String shown(long number) {
        return HexFormat.of().toHexDigits(number);
    }
}
